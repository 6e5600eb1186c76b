import { colourOfStatus } from "@grid-sdk/terminal";
import { printLine } from "./narrate.ts";

/** Sends the request, and prints the request and the response. */
export async function fetchAloud(url: string, init: RequestInit): Promise<Response> {
  printLine("request", [String(init.method), "bold"], shortenIds(decodeURIComponent(new URL(url).pathname)));
  const response = await fetch(url, init);
  const body = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { type?: string; code?: string };
  printLine("response", [String(response.status), colourOfStatus(response.status)], body.type ?? body.code ?? "");
  return response;
}

/** With the first eight digits of each UUID, so that a path fits on a line. */
function shortenIds(path: string): string {
  return path.replace(/\b([\da-f]{8})(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi, "$1…");
}
