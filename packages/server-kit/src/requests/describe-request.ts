import { matchPath, type Operation } from "@grid-sdk/contract";
import type { ReceivedRequest } from "../http/read-request.ts";
import { maskRequest } from "../http/recorded-request.ts";
import type { OperationId, OperationRequest } from "../replies/reply.ts";

/** A request that was held against its operation. `path` is the document's, without the base path. */
export function describeRequest(operation: Operation, request: ReceivedRequest, path: string): OperationRequest {
  const { method, path: sent, query, headers, body } = maskRequest(request);
  return {
    operationId: operation.id as OperationId,
    method,
    path: sent,
    pathParameters: Object.fromEntries(matchPath(operation.path, path) ?? []),
    query,
    headers,
    // It was held against the schema of the operation's body.
    body: body as OperationRequest["body"],
  };
}
