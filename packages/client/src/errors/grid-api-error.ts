import type { ApiErrorBody, ApiErrorCode } from "@grid-sdk/core";
import { parseRetryAfter, wasRefused } from "../retry-policy.ts";
import { GridError, type GridErrorContext } from "./grid-error.ts";

/** The server answered with a status that is no success. */
export class GridApiError extends GridError {
  override readonly name = "GridApiError";
  /** The HTTP status. */
  declare readonly status: number;
  /** The `code` of the body; undefined if the body is not the documented one. */
  declare readonly code: ApiErrorCode | undefined;
  /** The `details` of the body. */
  declare readonly details: ApiErrorBody["details"];
  /** The body: JSON if it was JSON, else its text, cut off after 10,000 characters; undefined if there was none. */
  declare readonly body: unknown;
  /** The server's id of the request, from `X-Request-Id` or `Request-Id`. */
  declare readonly requestId: string | undefined;
  /** From `Retry-After`, in milliseconds from now; undefined if the server gave none. */
  declare readonly retryAfterMs: number | undefined;
  declare readonly headers: Headers;

  constructor(response: Response, body: unknown, context: GridErrorContext) {
    const { status, headers } = response;
    const { code, message, details } = Object(body) as Partial<ApiErrorBody>;
    const fields = {
      status,
      code,
      details,
      body,
      headers,
      requestId: readRequestId(headers),
      retryAfterMs: parseRetryAfter(headers),
      mayHaveBeenProcessed: !wasRefused(response),
    };
    super([status, code && `${code}:`, message].filter(Boolean).join(" "), { ...context, ...fields });
  }
}

export function readRequestId(headers: Headers): string | undefined {
  return headers.get("x-request-id") ?? headers.get("request-id") ?? undefined;
}
