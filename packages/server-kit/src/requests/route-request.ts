import { findOperation, type JsonObject, type Operation } from "@grid-sdk/openapi";
import type { ReceivedRequest } from "../http/read-request.ts";

/** Where a request leads. */
export interface Route {
  /** As the document has it, without the base path. */
  readonly path: string;
  /** Undefined if the request fits none. */
  readonly operation: Operation | undefined;
}

/** Finds the operation that a request is of, with the path of the document's first server or without it. */
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

/** The path as the document has it: a client may be given the URL of a server for tests with the path that production has. */
function removeBasePath(path: string, basePath: string): string {
  return basePath !== "" && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
}
