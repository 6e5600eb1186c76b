import type { GridConnectionError } from "./errors/grid-connection-error.ts";
import { parseRetryAfter, wasRefused } from "./retry-after.ts";

const BASE_DELAY_MS = 500;
const MAX_BACKOFF_MS = 8_000;

/** Statuses that may pass if the request is sent again. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** Whether a response is no success that may be one if the request is sent again. */
export function mayPass({ status }: Pick<Response, "status">): boolean {
  return PASSING.has(status);
}

/**
 * How long to wait, in milliseconds, before the same request is sent again; undefined if it must not be.
 *
 * @param outcome a response, or why there was none
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
  const failed = outcome instanceof Error;
  if (!failed && !mayPass(outcome)) return undefined;
  const done = failed ? outcome.mayHaveBeenProcessed : !wasRefused(outcome);
  const delayMs = (failed ? undefined : parseRetryAfter(outcome.headers)) ?? backOff(attempts, maxDelayMs);
  return (done && !safe) || delayMs > maxDelayMs ? undefined : delayMs;
}

/** 0.5 s, doubled with every attempt up to 8 s, with jitter. */
function backOff(attempts: number, maxDelayMs: number): number {
  const delayMs = Math.min(MAX_BACKOFF_MS, BASE_DELAY_MS * 2 ** (attempts - 1));
  return Math.min(maxDelayMs, delayMs * (0.5 + Math.random() / 2));
}
