import { DocumentError } from "@grid-sdk/openapi";
import { readFile } from "node:fs/promises";

const TIMEOUT_MS = 60_000;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The text of a file or of an https URL. Throws a `DocumentError` that says why it cannot be read. */
export async function readText(source: string, accepted = "Pass a file or an https URL."): Promise<string> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) return fetchText(source);
  return readFile(source, "utf8").catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === "ENOENT" ? "there is no such file" : error.message;
    throw new DocumentError(`Cannot read ${source}: ${reason}. ${accepted}`);
  });
}

async function fetchText(source: string): Promise<string> {
  if (!URL.canParse(source)) throw new DocumentError(`Cannot read ${source}: it is not a valid URL.`);
  const url = new URL(source);
  const isLocal = url.protocol === "http:" && LOOPBACK.has(url.hostname);
  if (url.protocol !== "https:" && !isLocal) {
    throw new DocumentError(`Cannot read ${describeUrl(url)}: only https URLs and files are read.`);
  }
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((error: Error) => {
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    throw new DocumentError(`Cannot read ${describeUrl(url)}: ${cause}.`);
  });
  if (!response.ok) {
    throw new DocumentError(`Cannot read ${describeUrl(url)}: the response was ${response.status} instead of 200.`);
  }
  if (new URL(response.url).protocol !== url.protocol) {
    throw new DocumentError(`Cannot read ${describeUrl(url)}: it redirects to ${describeUrl(new URL(response.url))}.`);
  }
  return response.text();
}

/** The URL without its secrets: user, password and query. */
function describeUrl({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}
