import { type JsonObject, listOperations } from "@grid-sdk/openapi";
import { formatPlainPage } from "./plain-page.ts";

/** The page that a server shows to browsers. It is encoded once. */
export type Page = () => Promise<Uint8Array>;

/** The line of a document, as the page names it. */
export interface ReferenceLine {
  readonly name: string;
  /** The module that the page's samples import the client from. */
  readonly client: string;
}

/** How the page calls its own server. */
interface TryIt {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whether the server follows the header `Prefer`. */
  readonly takesPrefer: boolean;
}

/**
 * The reference page of a document, for `page` of `startHttpServer`. It calls its own server. `@grid-sdk/reference` makes it
 * at the first request. Without that package, a plain page says how to install it. Undefined if `/` is an operation of
 * the API.
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

/** Not the case in which the package is there but one of its own imports is missing. */
function isNotInstalled(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return /^(ERR_)?MODULE_NOT_FOUND$/.test(String(code)) && message.includes("'@grid-sdk/reference'");
}
