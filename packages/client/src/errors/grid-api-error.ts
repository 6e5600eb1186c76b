import type { AnyApiErrorBody, AnyApiErrorCode } from "@grid-sdk/core";
import { fieldsOf } from "../fields-of.ts";
import { wasRefused } from "../may-have-been-processed.ts";
import { parseRetryAfter } from "../retry-after.ts";
import { GridError, type GridErrorContext } from "./grid-error.ts";

/** The server responded with an error status. */
export class GridApiError extends GridError {
  override readonly name = "GridApiError";
  override readonly kind = "api";
  /** The HTTP status. */
  declare readonly status: number;
  /** The `code` of the body; undefined if the body is not the documented error. */
  declare readonly code: AnyApiErrorCode | undefined;
  /** The server's message, for a person to read; undefined if the body has none. */
  declare readonly serverMessage: string | undefined;
  /** The `details` of the body. */
  declare readonly details: { readonly [key: string]: unknown } | undefined;
  /**
   * The body: the value of JSON, or the first 10,000 characters of other text; undefined without a body. Gateways send
   * JSON of their own, and then `code` is undefined.
   */
  declare readonly body: AnyApiErrorBody | string | undefined;
  /** The server's id of the request, from `X-Request-Id` or `Request-Id`. */
  declare readonly requestId: string | undefined;
  /** The delay of `Retry-After`, in milliseconds from now; undefined without it. */
  declare readonly retryAfterMs: number | undefined;
  declare readonly headers: Headers;

  /**
   * @param body the JSON value, or the text, of the response
   * @param advice a sentence for the end of the message
   */
  constructor(
    response: Pick<Response, "status" | "headers">,
    body: unknown,
    context: GridErrorContext,
    advice?: string,
  ) {
    const { status, headers } = response;
    const { code: given, details } = fieldsOf(body);
    const code = typeof given === "string" ? given : undefined;
    const serverMessage = readMessage(body);
    const message = [status, code && `${code}:`, serverMessage, advice].filter(Boolean).join(" ");
    super(message, { ...context, mayHaveBeenProcessed: context.mayHaveBeenProcessed || !wasRefused(response) });
    Object.assign(this, {
      status,
      code,
      serverMessage,
      headers,
      details: typeof details === "object" && details !== null && !Array.isArray(details) ? details : undefined,
      body: body === "" ? undefined : body,
      requestId: readRequestId(headers),
      retryAfterMs: parseRetryAfter(headers),
    });
  }
}

export function readRequestId(headers: Headers): string | undefined {
  return headers.get("x-request-id") ?? headers.get("request-id") ?? undefined;
}

/** The message of the documented body, or of a gateway's: `{ error: { message } }`, `{ error }`, RFC 9457's `detail`. */
function readMessage(body: unknown): string | undefined {
  const { message, error, detail } = fieldsOf(body);
  const { message: inner } = fieldsOf(error);
  return [message, inner, error, detail].find((text): text is string => typeof text === "string" && text !== "");
}
