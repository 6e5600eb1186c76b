import { type CheckResponse, createRequestCheck, formatViolation } from "@grid-sdk/contract";
import type { JsonObject, Operation } from "@grid-sdk/openapi";
import {
  chooseRefusal,
  createReplyPlayer,
  createRouter,
  describeRequest,
  type MadeResponse,
  type ApiRequest,
  type Outcome,
  type PreparedResponse,
  readBasic,
  type ReceivedRequest,
  refuseUnknown,
  type ReplyQueue,
  UNAUTHORIZED,
} from "@grid-sdk/server-kit";
import type { Emulation } from "./emulation.ts";
import {
  describeRefusal,
  describeResult,
  makeDocumentedResponse,
  refuseViolations,
} from "./make-documented-response.ts";
import { handleOperation } from "./operations/handle-operation.ts";
import { serveIssuer } from "./proofs/serve-issuer.ts";
import { Refusal } from "./refusal.ts";

export interface Parts {
  readonly document: JsonObject;
  readonly operations: readonly Operation[];
  readonly checkResponse: CheckResponse;
  readonly queue: ReplyQueue;
}

/** Checks a request as the mock does, carries it out, and validates the response. */
export function createResponder(parts: Parts): (emulation: Emulation, request: ReceivedRequest) => Promise<Outcome> {
  const { document, operations, checkResponse, queue } = parts;
  const checkRequest = createRequestCheck(document);
  const route = createRouter(document, operations);
  const playReply = createReplyPlayer(
    async (operation, _request, choice) => ({ response: makeDocumentedResponse(operation, choice) }),
    checkResponse,
  );

  /** The response of the rules, or a 500 if it would break the fragment. */
  const carryOut = async (emulation: Emulation, operation: Operation, seen: ApiRequest): Promise<MadeResponse> => {
    const made = await perform(emulation, seen);
    if (!made) return describeFault(`The emulator has no rules for ${operation.id}. Use the mock for it.`);
    const { response, note } = made;
    const problems = checkResponse(operation, response).map(formatViolation);
    if (problems.length === 0) return { response, note };
    return describeFault(`${operation.id} ${response.status} would break the fragment: ${problems.join("; ")}.`);
  };

  return async (emulation, request) => {
    const { path, operation } = route(request);
    if (!operation) {
      const issued = serveIssuer(emulation.issuer, request.method, path);
      if (issued) return { operationId: undefined, delivery: { response: issued }, violations: [] };
      return refuseUnknown(operations, path);
    }
    const isAuthorized = readBasic(request.headers["authorization"] ?? "") !== undefined;
    const found = checkRequest(operation, { ...request, path });
    const violations = isAuthorized ? found : [...found, UNAUTHORIZED];
    const operationId = operation.id;
    if (violations.length > 0) {
      const response = refuseViolations(
        operation,
        isAuthorized ? chooseRefusal(operation, violations) : 401,
        violations,
      );
      return { operationId, delivery: { response }, violations };
    }
    const seen = describeRequest(operation, request, path);
    const usual = () => carryOut(emulation, operation, seen);
    const reply = queue.take(seen);
    if (reply) return { operationId, violations, ...(await playReply(operation, request, seen, reply, usual)) };
    const { response, note } = await usual();
    return { operationId, delivery: { response }, violations, note };
  };
}

/** Applies the rules to a request; undefined for an operation without rules. */
async function perform(emulation: Emulation, request: ApiRequest): Promise<MadeResponse | undefined> {
  try {
    const result = await handleOperation(emulation, request);
    return result && { response: describeResult(result) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { response: describeRefusal(error, emulation.line.codes), note: error.message };
  }
}

function describeFault(reason: string): { response: PreparedResponse; note: string } {
  const body = { title: "The emulator has no valid response", status: 500, detail: reason };
  return { response: { status: 500, headers: { "content-type": "application/problem+json" }, body }, note: reason };
}
