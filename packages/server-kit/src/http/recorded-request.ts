import type { QueryValues, Violation } from "@grid-sdk/contract";
import { maskAuthorization } from "./authorization.ts";
import type { ReceivedRequest } from "./read-request.ts";

/** What a server for tests received, and what it responded. */
export interface RecordedRequest {
  /** The operation that was called; undefined if the request fits none. */
  readonly operationId: string | undefined;
  /** In upper case. */
  readonly method: string;
  /** As it was sent: percent-encoded, with the base path, without the query. */
  readonly path: string;
  /** Decoded; a name that stands several times has a list. */
  readonly query: QueryValues;
  /** By lower-case name; the secret in `authorization` is masked: `Basic token-id:***`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; the text if it is no JSON; undefined if there was none. */
  readonly body: unknown;
  /** The status of the response; undefined if a network error took its place. */
  readonly status: number | undefined;
  /** Why the request was refused; empty if it was not. */
  readonly violations: readonly Violation[];
  /** What else there is to say of the response, for example that it was made from a schema. */
  readonly note: string | undefined;
}

/** The request without the secret of its credentials. */
export function maskRequest<Request extends Pick<ReceivedRequest, "headers">>(request: Request): Request {
  const { authorization } = request.headers;
  if (authorization === undefined) return request;
  return { ...request, headers: { ...request.headers, authorization: maskAuthorization(authorization) } };
}

export function recordRequest(
  request: ReceivedRequest,
  outcome: Pick<RecordedRequest, "operationId" | "status" | "violations" | "note">,
): RecordedRequest {
  const { method, path, query, headers, body } = maskRequest(request);
  const { operationId, status, violations, note } = outcome;
  return { operationId, method, path, query, headers, body, status, violations, note };
}
