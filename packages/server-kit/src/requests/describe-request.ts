import { matchPath, type Operation } from "@grid-sdk/openapi";
import type { ReceivedRequest } from "../http/read-request.ts";
import { maskRequest } from "../http/recorded-request.ts";
import type { ApiRequest } from "../replies/reply.ts";

/** A request that passed the check of its operation. `path` has no base path. */
export function describeRequest(operation: Operation, request: ReceivedRequest, path: string): ApiRequest {
  const pathParameters = Object.fromEntries(matchPath(operation.path, path) ?? []);
  return { operationId: operation.id, pathParameters, ...maskRequest(request) };
}
