import { type CheckResponse, createRequestCheck } from "@grid-sdk/contract";
import type { JsonObject, Operation } from "@grid-sdk/openapi";
import {
  chooseRefusal,
  createReplyPlayer,
  createRouter,
  describeRequest,
  explain,
  type Outcome,
  type ReceivedRequest,
  refuseUnknown,
  type ReplyQueue,
  UNAUTHORIZED,
  UNDOCUMENTED_REFUSAL,
} from "@grid-sdk/server-kit";
import type { MakeResponse } from "./make-response.ts";
import { readPreference } from "./preference.ts";

export interface Parts {
  readonly document: JsonObject;
  readonly operations: readonly Operation[];
  readonly makeResponse: MakeResponse;
  readonly checkResponse: CheckResponse;
  readonly queue: ReplyQueue;
}

/** Checks a request, and responds: with the chosen reply, else as `Prefer` says, else with the success that fits. */
export function createResponder(parts: Parts): (request: ReceivedRequest) => Promise<Outcome> {
  const { document, operations, makeResponse, checkResponse, queue } = parts;
  const checkRequest = createRequestCheck(document);
  const playReply = createReplyPlayer(makeResponse, checkResponse);
  const route = createRouter(document, operations);

  return async (request) => {
    const { path, operation } = route(request);
    if (!operation) return refuseUnknown(operations, path);
    const operationId = operation.id;
    const { choice: asked, violation } = readPreference(operation, request.headers["prefer"]);
    const found = [...checkRequest(operation, { ...request, path }), ...(violation ? [violation] : [])];
    const refusal = found.length > 0 ? chooseRefusal(operation, found) : undefined;
    const choice = refusal === undefined ? asked : { code: refusal };
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
