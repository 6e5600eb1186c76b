import type { GridConnectionError } from "./errors/grid-connection-error.ts";
import { parseRetryAfter } from "./retry-after.ts";

// No connection, no TLS session, or a request that fetch itself refuses, and so nothing sent. The names are those of
// Node, and one of Bun.
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|UND_ERR_(CONNECT|INVALID_ARG|NOT_SUPPORTED|REQ_)|ConnectionRefused|CERT_|UNABLE_TO_|ERR_TLS_|ERR_SSL_WRONG|.*(SELF_SIGNED|HANDSHAKE|PROTOCOL_VERSION))/;

/** Statuses of a response that may be another one if the request is sent again. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** Whether the request may have left, by the `code` of what fetch rejected with. */
export function mayHaveBeenSent(code = ""): boolean {
  return !NOT_SENT.test(code);
}

/** Whether a response is no success that may be one if the request is sent again. */
export function mayPass({ status }: Pick<Response, "status">): boolean {
  return PASSING.has(status);
}

/** Whether a response tells that the server did not carry out the request, so that sending it again does nothing twice. */
export function wasRefused({ status, headers }: Pick<Response, "status" | "headers">): boolean {
  return status < 500 ? status !== 408 : status === 503 && parseRetryAfter(headers) !== undefined;
}

/** Whether the server may have carried out a request that got this response, or none, and may be sent again. */
export function mayHaveBeenProcessed(outcome: Response | GridConnectionError): boolean {
  return outcome instanceof Error ? outcome.mayHaveBeenProcessed : mayPass(outcome) && !wasRefused(outcome);
}
