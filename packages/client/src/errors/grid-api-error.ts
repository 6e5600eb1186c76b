import type { ApiErrorBody, ApiErrorCode } from "@grid-sdk/core";
import { GridError, type GridErrorContext } from "./grid-error.ts";

/** The server answered with a status that is no success. */
export class GridApiError extends GridError {
  override readonly name = "GridApiError";
  /** The HTTP status. */
  readonly status: number;
  /** The `code` of the body; undefined if the body is not the documented one. */
  readonly code: ApiErrorCode | undefined;
  /** The `details` of the body. */
  readonly details: ApiErrorBody["details"];
  /** The body: JSON if it was JSON, else its text, undefined if there was none. */
  readonly body: unknown;
  /** The server's id of the request, from `X-Request-Id` or `Request-Id`. */
  readonly requestId: string | undefined;
  /** From `Retry-After`, in milliseconds from now; undefined if the server gave none. */
  readonly retryAfterMs: number | undefined;
  readonly headers: Headers;

  constructor(response: Response, body: unknown, context: GridErrorContext) {
    const documented = readDocumentedBody(body);
    const { code, message } = documented;
    super([response.status, code].filter(Boolean).join(" ") + (message ? `: ${message}` : ""), context);
    this.status = response.status;
    this.code = code;
    this.details = documented.details;
    this.body = body;
    this.headers = response.headers;
    this.requestId = response.headers.get("x-request-id") ?? response.headers.get("request-id") ?? undefined;
    this.retryAfterMs = parseRetryAfter(response.headers.get("retry-after"));
  }
}

function readDocumentedBody(body: unknown): Partial<ApiErrorBody> {
  return typeof body === "object" && body !== null ? body : {};
}

/** RFC 9110, section 10.2.3: a number of seconds or an HTTP date. */
function parseRetryAfter(value: string | null): number | undefined {
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
