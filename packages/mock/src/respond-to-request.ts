import { type CheckRequest, findOperation, type JsonObject, type Operation, type Violation } from "@grid-sdk/contract";
import {
  chooseRefusal,
  type Delivery,
  describeRequest,
  explain,
  type PlayReply,
  readBasePath,
  type ReceivedRequest,
  refuseUnknown,
  removeBasePath,
  type ReplyQueue,
  UNAUTHORIZED,
  UNDOCUMENTED_REFUSAL,
} from "@grid-sdk/test-server";
import type { MakeResponse } from "./make-response.ts";
import { readPreference } from "./preference.ts";

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
    const path = removeBasePath(request.path, basePath);
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
    return { operationId, violations: [], ...(await playReply(operation, request, seen, reply, async () => made)) };
  };
}
