import { type JsonObject, listOperations } from "@grid-sdk/openapi";
import { formatPlainPage } from "./plain-page.ts";

/** The page that a server shows to browsers, encoded once for all of them. */
export type Page = () => Promise<Uint8Array>;

/** The line that a document is of, as the page names it. */
export interface ReferenceLine {
  readonly name: string;
  /** What the page's samples import the client from. */
  readonly client: string;
}

/** How the page calls the server that it comes from. */
interface TryIt {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whether the server responds as the header `Prefer` says. */
  readonly takesPrefer: boolean;
}

/**
 * The document's reference, which calls the server that it comes from, for `page` of
 * `startHttpServer`. It is made when it is first asked for, by `@grid-sdk/reference`; where that is not installed, a
 * plain page says how to get it. Undefined if `/` is an operation of the API.
 */
export function createReferencePage(document: JsonObject, tryIt: TryIt, line?: ReferenceLine): Page | undefined {
  if (listOperations(document).some(({ method, path }) => method === "GET" && path === "/")) return undefined;
  let page: Promise<Uint8Array> | undefined;
  return () => (page ??= makePage(document, tryIt, line).then((html) => Buffer.from(html)));
}

async function makePage(document: JsonObject, tryIt: TryIt, line: ReferenceLine | undefined): Promise<string> {
  const reference = await import("@grid-sdk/reference").catch((error: unknown) => {
    if (isNotInstalled(error)) return undefined;
    throw error;
  });
  if (!reference) return formatPlainPage(document);
  return reference.renderReference(document, { line, tryIt });
}

/** Not what the package itself may not find. */
function isNotInstalled(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return /^(ERR_)?MODULE_NOT_FOUND$/.test(String(code)) && message.includes("'@grid-sdk/reference'");
}
