import type { GridConnectionError } from "./errors/grid-connection-error.ts";
import { parseRetryAfter } from "./retry-after.ts";

// No connection, no TLS session, or a request that fetch itself refuses: nothing was sent. The names are Node's, and
// one is Bun's.
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|UND_ERR_(CONNECT|INVALID_ARG|NOT_SUPPORTED|REQ_)|ConnectionRefused|CERT_|UNABLE_TO_|ERR_TLS_|ERR_SSL_WRONG|.*(SELF_SIGNED|HANDSHAKE|PROTOCOL_VERSION))/;

/** Statuses that a retry may change. */
const PASSING = new Set([
  408, // Request Timeout
  429, // Too Many Requests
  500, // Internal Server Error
  502, // Bad Gateway
  503, // Service Unavailable
  504, // Gateway Timeout
]);

/** Whether the request may have been sent, by the `code` of the error that fetch rejected with. */
export function mayHaveBeenSent(code = ""): boolean {
  return !NOT_SENT.test(code);
}

/** Whether a retry may turn this failure into a success. */
export function mayPass({ status }: Pick<Response, "status">): boolean {
  return PASSING.has(status);
}

/** Whether a response shows that the server did not carry out the request, so that a retry does nothing twice. */
export function wasRefused({ status, headers }: Pick<Response, "status" | "headers">): boolean {
  return status < 500 ? status !== 408 : status === 503 && parseRetryAfter(headers) !== undefined;
}

/** Whether the server may have carried out a request, by the failure that it got: a response or an error. */
export function mayHaveBeenProcessed(outcome: Response | GridConnectionError): boolean {
  return outcome instanceof Error ? outcome.mayHaveBeenProcessed : mayPass(outcome) && !wasRefused(outcome);
}
