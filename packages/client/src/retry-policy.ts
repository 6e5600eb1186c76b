import { GridConnectionError } from "./errors/grid-connection-error.ts";

const BASE_DELAY_MS = 500;
const MAX_BACKOFF_MS = 8_000;

/** Statuses that may pass if the request is sent again. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/**
 * How long to wait, in milliseconds, before the same request is sent again; undefined if it must not be.
 *
 * @param outcome an answer, or why there was none
 * @param attempts how often the request was sent so far
 * @param safe whether it may be carried out twice
 * @param maxDelayMs the longest wait; a longer `Retry-After` is not waited for
 */
export function planRetry(
  outcome: Response | GridConnectionError,
  attempts: number,
  safe: boolean,
  maxDelayMs: number,
): number | undefined {
  const failed = outcome instanceof GridConnectionError;
  if (!failed && !PASSING.has(outcome.status)) return undefined;
  const done = failed ? outcome.mayHaveBeenProcessed : !wasRefused(outcome);
  const delayMs = (failed ? undefined : parseRetryAfter(outcome.headers)) ?? backOff(attempts, maxDelayMs);
  return (done && !safe) || delayMs > maxDelayMs ? undefined : delayMs;
}

/** Whether an answer tells that the server did not carry out the request, so that repeating it does nothing twice. */
export function wasRefused({ status, headers }: Response): boolean {
  return status < 500 ? status !== 408 : status === 503 && headers.has("retry-after");
}

/** RFC 9110, section 10.2.3: seconds or an HTTP date; in milliseconds from now, undefined if there is neither. */
export function parseRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = value.endsWith("GMT") ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** 0.5 s, doubled with every attempt up to 8 s, with jitter. */
function backOff(attempts: number, maxDelayMs: number): number {
  const delayMs = Math.min(MAX_BACKOFF_MS, BASE_DELAY_MS * 2 ** (attempts - 1));
  return Math.min(maxDelayMs, delayMs * (0.5 + Math.random() / 2));
}
