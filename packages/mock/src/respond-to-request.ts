import {
  type CheckRequest,
  findOperation,
  type JsonObject,
  matchPath,
  type Operation,
  type Violation,
} from "@grid-sdk/contract";
import {
  type Delivery,
  maskRequest,
  type OperationId,
  type OperationRequest,
  type ReceivedRequest,
  type ReplyQueue,
} from "@grid-sdk/test-server";
import type { MakeResponse } from "./make-response.ts";
import type { PlayReply } from "./play-reply.ts";
import { readPreference } from "./preference.ts";
import { chooseRefusal, explain, refuseUnknown, UNAUTHORIZED, UNDOCUMENTED_REFUSAL } from "./refuse-request.ts";

/** What became of a request. */
export interface Outcome {
  readonly operationId: string | undefined;
  readonly delivery: Delivery;
  /** Why it was refused; empty if it was not. */
  readonly violations: readonly Violation[];
  readonly note?: string | undefined;
}

export interface Parts {
  readonly document: JsonObject;
  readonly operations: readonly Operation[];
  readonly checkRequest: CheckRequest;
  readonly makeResponse: MakeResponse;
  readonly queue: ReplyQueue;
  readonly playReply: PlayReply;
}

/** Checks requests and responds: as a reply says, else as `Prefer` says, else with the success that fits. */
export function createResponder(parts: Parts): (request: ReceivedRequest) => Promise<Outcome> {
  const { document, operations, checkRequest, makeResponse, queue, playReply } = parts;
  const basePath = readBasePath(document);

  return async (request) => {
    const path = removeBase(request.path, basePath);
    const operation = findOperation(operations, request.method, path);
    if (!operation) {
      const { violation, response } = refuseUnknown(operations, path);
      return {
        operationId: undefined,
        delivery: { response: explain(response, [violation]) },
        violations: [violation],
      };
    }
    const operationId = operation.id;
    const preference = readPreference(operation, request.headers["prefer"]);
    const found = [
      ...checkRequest(operation, { ...request, path }),
      ...("violation" in preference ? [preference.violation] : []),
    ];
    const refusal = found.length > 0 ? chooseRefusal(operation) : undefined;
    const choice = refusal === undefined ? ("choice" in preference ? preference.choice : {}) : { code: refusal };
    const made = await makeResponse(operation, request, choice);
    const violations = made.isUnauthorized ? [...found, UNAUTHORIZED] : found;
    if (violations.length > 0) {
      const isDocumented = made.isUnauthorized || refusal !== undefined;
      const response = explain(isDocumented ? made.response : UNDOCUMENTED_REFUSAL, violations);
      return { operationId, delivery: { response }, violations };
    }
    const seen = describeRequest(operation, request, path);
    const reply = queue.take(seen);
    if (!reply) return { operationId, delivery: { response: made.response }, violations: [], note: made.note };
    return { operationId, violations: [], ...(await playReply(operation, request, seen, reply, made)) };
  };
}

/** The path of the first server, as the document has it. */
function readBasePath(document: JsonObject): string {
  const [server] = Array.isArray(document["servers"]) ? document["servers"] : [];
  return server ? new URL(server.url, "http://localhost").pathname.replace(/\/$/, "") : "";
}

/** A client may be given the mock's URL with the path that production has. */
function removeBase(path: string, basePath: string): string {
  return basePath !== "" && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
}

function describeRequest(operation: Operation, request: ReceivedRequest, path: string): OperationRequest {
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
