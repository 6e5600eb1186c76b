import type { Call } from "./call.ts";
import { readRequestId } from "./errors/grid-api-error.ts";
import { GridConnectionError } from "./errors/grid-connection-error.ts";
import { GridTimeoutError } from "./errors/grid-timeout-error.ts";
import { isGridError } from "./errors/is-grid-error.ts";
import { readField } from "./fields-of.ts";
import { cancelBody } from "./read-body.ts";
import type { Limits } from "./limits.ts";
import type { Mask } from "./mask.ts";
import { mayHaveBeenSent } from "./may-have-been-processed.ts";
import { maskHead, readResponse } from "./read-response.ts";
import { limitTime, TIMED_OUT } from "./time.ts";

/** The limits of one attempt. */
interface Bounds extends Pick<Limits, "timeoutMs" | "maxResponseBytes"> {
  /** Masks the secrets that were sent. */
  readonly mask: Mask;
}

/**
 * Sends a request once, within `timeoutMs`. Resolves to the response with its body read, or to the error that explains
 * why no response arrived. Throws a `GridResponseError` for a response that cannot be used and, if the caller aborts, the
 * signal's reason.
 */
export async function attempt(
  call: Call,
  bounds: Bounds,
  signals: readonly AbortSignal[],
  send: (signal: AbortSignal) => Promise<Response>,
): Promise<Response | GridConnectionError> {
  const start = performance.now();
  call.emit?.({ type: "request" });
  try {
    const isStream = call.options.parseAs === "stream";
    const response = await limitTime(bounds.timeoutMs, signals, async (signal) => {
      const received = await send(isStream ? AbortSignal.any([signal, ...signals]) : signal);
      // Another fetch may resolve after the abort, where the platform's rejects.
      if (signal.aborted) cancelBody(received);
      signal.throwIfAborted();
      const shown = maskHead(received, bounds.mask);
      call.status = shown.status;
      call.requestId = readRequestId(shown.headers);
      return isStream && received.ok ? shown : readResponse(shown, call, bounds, signal);
    });
    const durationMs = performance.now() - start;
    call.emit?.({ type: "response", status: response.status, durationMs, requestId: call.requestId });
    return response;
  } catch (error) {
    const isFinal = signals.some(({ aborted }) => aborted) || isGridError(error, { kind: "response" });
    const failure = isFinal ? error : toConnectionError(error, bounds.timeoutMs, call);
    const reason = readText(failure, "name") ?? "unknown";
    call.emit?.({ type: "error", reason, durationMs: performance.now() - start });
    if (isFinal) throw error;
    return failure as GridConnectionError;
  }
}

function toConnectionError(error: unknown, limitMs: number, call: Call): GridConnectionError {
  if (isGridError(error, { kind: "connection" })) return error;
  if (error === TIMED_OUT) {
    const message = `no response within ${Math.round(limitMs)} ms`;
    return new GridTimeoutError(message, { ...call, mayHaveBeenProcessed: true });
  }
  const causes = listCauses(error);
  const code = causes.map((cause) => readText(cause, "code")).find(Boolean);
  // undici: the proxy refused to open a tunnel, so the request was never sent to the server.
  const proxy = causes.map((cause) => readText(cause, "message")).find((text) => text?.startsWith("Proxy response"));
  return new GridConnectionError(["no response", proxy ?? code].filter(Boolean).join(" "), {
    ...call,
    mayHaveBeenProcessed: call.mayHaveBeenProcessed || (!proxy && mayHaveBeenSent(code)),
    cause: error,
  });
}

/** An error and its causes, outermost first: a proxy agent wraps an error twice. */
function listCauses(error: unknown): unknown[] {
  const causes = new Set<unknown>();
  // An error may be its own cause.
  for (let cause = error; cause != null && !causes.has(cause); cause = readField(cause, "cause")) causes.add(cause);
  return [...causes];
}

function readText(cause: unknown, name: string): string | undefined {
  const text = readField(cause, name);
  return typeof text === "string" ? text : undefined;
}
