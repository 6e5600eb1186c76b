import type { Answer, Call, PlannedRequest } from "./call.ts";
import { readRequestId } from "./errors/grid-api-error.ts";
import { GridConnectionError } from "./errors/grid-connection-error.ts";
import { GridResponseError } from "./errors/grid-response-error.ts";
import { GridTimeoutError } from "./errors/grid-timeout-error.ts";
import type { Emit } from "./events.ts";
import type { GridClientOptions } from "./options.ts";
import { readBody } from "./read-body.ts";
import { limitTime, TIMED_OUT } from "./time.ts";

// No connection, or no TLS session, and so nothing sent. The names are those of Node, and one of Bun.
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT|ConnectionRefused|CERT_|UNABLE_TO_|ERR_TLS_|ERR_SSL_WRONG|.*(SELF_SIGNED|HANDSHAKE|PROTOCOL_VERSION))/;

type Attempt = (request: PlannedRequest, call: Call, timeoutMs: number) => Promise<Answer | GridConnectionError>;

/**
 * Sends a request once. Resolves to the answer or to why there was none. Throws a `GridResponseError` for an answer
 * that is of no use and, if the caller aborts, the signal's reason.
 */
export function createAttempt(options: GridClientOptions, emit: Emit | undefined): Attempt {
  // Looked up at each call, so that a `fetch` replaced later (by instrumentation, by tests) is used.
  const { fetch = (url, init) => globalThis.fetch(url, init) } = options;

  return async ({ url, method, headers, body, signal }, call, timeoutMs) => {
    const start = performance.now();
    emit?.(call, { type: "request" });
    try {
      const [response, text] = await limitTime(timeoutMs, signal, async (limit) => {
        const answer = await fetch(url, { method, headers, body: body ?? null, redirect: "manual", signal: limit });
        return [answer, await answer.text()] as const;
      });
      emit?.(call, {
        type: "response",
        status: response.status,
        durationMs: performance.now() - start,
        requestId: readRequestId(response.headers),
      });
      return { response, body: readBody(response, text, call) };
    } catch (error) {
      const final = signal?.aborted || error instanceof GridResponseError;
      const failure = final ? error : toConnectionError(error, timeoutMs, call);
      emit?.(call, { type: "error", reason: String(Object(failure).name), durationMs: performance.now() - start });
      if (final) throw error;
      return failure as GridConnectionError;
    }
  };
}

function toConnectionError(error: unknown, timeoutMs: number, call: Call): GridConnectionError {
  if (error === TIMED_OUT) {
    return new GridTimeoutError(`no answer within ${timeoutMs} ms`, { ...call, mayHaveBeenProcessed: true });
  }
  const { cause = error } = Object(error) as { cause?: unknown };
  const { code = "" } = Object(cause) as { code?: unknown };
  const mayHaveBeenProcessed = !NOT_SENT.test(String(code));
  return new GridConnectionError(`no answer ${String(code)}`.trimEnd(), {
    ...call,
    mayHaveBeenProcessed,
    cause: error,
  });
}
