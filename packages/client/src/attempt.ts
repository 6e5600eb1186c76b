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

/** What holds of one attempt. */
interface Bounds extends Pick<Limits, "timeoutMs" | "maxResponseBytes"> {
  /** Hides what was sent and is secret. */
  readonly mask: Mask;
}

/**
 * Sends a request once, within `timeoutMs`. Resolves to the response, its body read, or to why there was none. Throws a
 * `GridResponseError` for a redirect and, if the caller aborts, the signal's reason.
 */
export async function attempt(
  call: Call,
  { timeoutMs, maxResponseBytes, mask }: Bounds,
  signals: readonly AbortSignal[],
  send: (signal: AbortSignal) => Promise<Response>,
): Promise<Response | GridConnectionError> {
  const start = performance.now();
  call.emit?.({ type: "request" });
  try {
    const isStream = call.options.parseAs === "stream";
    const response = await limitTime(timeoutMs, signals, async (signal) => {
      const received = await send(isStream ? AbortSignal.any([signal, ...signals]) : signal);
      // The platform's own fetch rejects instead.
      if (signal.aborted) cancelBody(received);
      signal.throwIfAborted();
      const shown = maskHead(received, mask);
      call.status = shown.status;
      call.requestId = readRequestId(shown.headers);
      return isStream && received.ok ? shown : readResponse(shown, call, { maxResponseBytes, mask }, signal);
    });
    const durationMs = performance.now() - start;
    call.emit?.({ type: "response", status: response.status, durationMs, requestId: call.requestId });
    return response;
  } catch (error) {
    const isFinal = signals.some(({ aborted }) => aborted) || isGridError(error, { kind: "response" });
    const failure = isFinal ? error : toConnectionError(error, timeoutMs, call);
    const name = readField(failure, "name");
    call.emit?.({
      type: "error",
      reason: typeof name === "string" ? name : "unknown",
      durationMs: performance.now() - start,
    });
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
  const code = findText(causes, "code", () => true);
  // undici's: the proxy refused to open a tunnel, and so the request never left for the server.
  const proxy = findText(causes, "message", (text) => text.startsWith("Proxy response"));
  return new GridConnectionError(["no response", proxy ?? code].filter(Boolean).join(" "), {
    ...call,
    mayHaveBeenProcessed: call.mayHaveBeenProcessed || (!proxy && mayHaveBeenSent(code)),
    cause: error,
  });
}

/** An error and what it was caused by, outermost first: a proxy agent wraps what went wrong twice. */
function listCauses(error: unknown): Set<unknown> {
  // A set, since an error may be caused by itself.
  const causes = new Set<unknown>();
  for (let cause = error; cause != null && !causes.has(cause); cause = readField(cause, "cause")) causes.add(cause);
  return causes;
}

function findText(causes: Set<unknown>, name: string, fits: (text: string) => boolean): string | undefined {
  return [...causes]
    .map((cause) => readField(cause, name))
    .find((text): text is string => typeof text === "string" && fits(text));
}
