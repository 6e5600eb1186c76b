import type { Violation } from "@grid-sdk/contract";
import type { Outcome } from "./answer-request.ts";
import { maskAuthorization } from "./authorization.ts";
import type { ReceivedRequest } from "./read-request.ts";

/** What the mock received, and how it answered. */
export interface RecordedRequest {
  /** The operation that was called; undefined if the request fits none. */
  readonly operationId: string | undefined;
  /** In upper case. */
  readonly method: string;
  /** As it was sent: percent-encoded, with the base path, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** By lower-case name; the secret in `authorization` is masked: `Basic token-id:***`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; the text if it is no JSON; undefined if there was none. */
  readonly body: unknown;
  /** The status of the answer. */
  readonly status: number;
  /** Why the request was refused; empty if it was not. */
  readonly violations: readonly Violation[];
}

export function recordRequest(request: ReceivedRequest, { operationId, answer, violations }: Outcome): RecordedRequest {
  const { method, path, query, body } = request;
  const { authorization } = request.headers;
  const headers = {
    ...request.headers,
    ...(authorization !== undefined && { authorization: maskAuthorization(authorization) }),
  };
  return { operationId, method, path, query, headers, body, status: answer.status, violations };
}
