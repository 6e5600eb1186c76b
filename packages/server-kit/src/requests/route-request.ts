import { findOperation, type JsonObject, type Operation } from "@grid-sdk/openapi";
import type { ReceivedRequest } from "../http/read-request.ts";

/** The route of a request. */
export interface Route {
  /** As the document has it, without the base path. */
  readonly path: string;
  /** Undefined if the request does not match one. */
  readonly operation: Operation | undefined;
}

/** Finds the operation of a request, with or without the base path of the document's first server. */
export function createRouter(
  document: JsonObject,
  operations: readonly Operation[],
): (request: Pick<ReceivedRequest, "method" | "path">) => Route {
  const basePath = readBasePath(document);
  return ({ method, path: sent }) => {
    const path = removeBasePath(sent, basePath);
    return { path, operation: findOperation(operations, method, path) };
  };
}

/** The path of the document's first server; empty if it has none. */
function readBasePath(document: JsonObject): string {
  const [server] = Array.isArray(document["servers"]) ? document["servers"] : [];
  return server ? new URL(server.url, "http://localhost").pathname.replace(/\/$/, "") : "";
}

/** The path without the base path: a client may call a test server with the base path of production. */
function removeBasePath(path: string, basePath: string): string {
  return basePath !== "" && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
}
