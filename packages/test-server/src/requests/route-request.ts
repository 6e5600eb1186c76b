import type { JsonObject } from "@grid-sdk/contract";

/** The path of the document's first server; empty if it has none. */
export function readBasePath(document: JsonObject): string {
  const [server] = Array.isArray(document["servers"]) ? document["servers"] : [];
  return server ? new URL(server.url, "http://localhost").pathname.replace(/\/$/, "") : "";
}

/** The path as the document has it: a client may be given the URL of a server for tests with the path that production has. */
export function removeBasePath(path: string, basePath: string): string {
  return basePath !== "" && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
}
