import type { QueryValues, Violation } from "@grid-sdk/contract";
import type { Outcome } from "../requests/outcome.ts";
import { maskAuthorization } from "./authorization.ts";
import type { ReceivedRequest } from "./read-request.ts";

/** A request that a test server received, and how it responded. */
export interface RecordedRequest {
  /** The operation; undefined if the request does not match one. */
  readonly operationId: string | undefined;
  /** In upper case. */
  readonly method: string;
  /** As it was sent: percent-encoded, with the base path, without the query. */
  readonly path: string;
  /** Decoded. A name that occurs several times has a list. */
  readonly query: QueryValues;
  /** By lower-case name; the secret in `authorization` is masked: `Basic token-id:***`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON, or the text if it is not JSON; undefined without a body. */
  readonly body: unknown;
  /** The status of the response; undefined after a network error. */
  readonly status: number | undefined;
  /** Why the request was refused; empty if it was accepted. */
  readonly violations: readonly Violation[];
  /** A remark on the response, for example that it was made from a schema. */
  readonly note: string | undefined;
}

/** The request with the secret of its credentials masked. */
export function maskRequest<Request extends Pick<ReceivedRequest, "headers">>(request: Request): Request {
  const { authorization } = request.headers;
  if (authorization === undefined) return request;
  return { ...request, headers: { ...request.headers, authorization: maskAuthorization(authorization) } };
}

export function recordRequest(request: ReceivedRequest, outcome: Outcome): RecordedRequest {
  const { method, path, query, headers, body } = maskRequest(request);
  const { operationId, delivery, violations, note } = outcome;
  const status = delivery.networkError === undefined ? delivery.response.status : undefined;
  return { operationId, method, path, query, headers, body, status, violations, note };
}
