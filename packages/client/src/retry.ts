import type { Call } from "./call.ts";
import type { GridConnectionError } from "./errors/grid-connection-error.ts";
import type { Limits } from "./limits.ts";
import { mayHaveBeenProcessed, mayPass } from "./may-have-been-processed.ts";
import { parseRetryAfter } from "./retry-after.ts";
import { wait } from "./time.ts";

/** The header of a signed request, in lower case. */
export const SIGNATURE = "grid-wallet-signature";

const BASE_DELAY_MS = 500;
const MAX_BACKOFF_MS = 8_000;

/** A client may make ten retries until calls succeed again. */
const CAPACITY = 50;
const COST_OF_A_RETRY = 5;

/** What is left for the retries of a client, so that many clients do not multiply the load during an outage. */
export interface RetryQuota {
  left: number;
}

/** The quota of the standard mode of AWS's SDKs, but smaller: a person waits for these calls. */
export function createRetryQuota(): RetryQuota {
  return { left: CAPACITY };
}

type Outcome = Response | GridConnectionError;

/** What decides about a retry, besides the outcome. */
interface Policy {
  readonly limits: Limits;
  /** Whether it is safe if the server carries out the request twice. */
  readonly canRepeat: boolean;
  readonly quota: RetryQuota;
  /** The time until the deadline. */
  readonly leftMs: () => number;
  readonly signals: readonly AbortSignal[];
}

/**
 * Sends a request, and retries it if that is safe and may help. Resolves to the last response, or throws the error of
 * the last attempt.
 */
export async function sendWithRetries(
  call: Call,
  { limits, canRepeat, quota, leftMs, signals }: Policy,
  send: () => Promise<Outcome>,
): Promise<Response> {
  for (;;) {
    const outcome = await send();
    const failed = outcome instanceof Error;
    call.mayHaveBeenProcessed ||= mayHaveBeenProcessed(outcome);
    if (!failed && !mayPass(outcome)) {
      refill(quota, call.attempts);
      return outcome;
    }
    const delayMs = planRetry(outcome, call.attempts, canRepeat, limits);
    if (delayMs === undefined || delayMs >= leftMs() || !spend(quota)) {
      if (failed) throw outcome;
      return outcome;
    }
    call.emit?.({ type: "retry", delayMs, reason: failed ? outcome.name : String(outcome.status) });
    await wait(delayMs, signals);
  }
}

/** Whether it is safe if the server carries out a request twice. A signature works once. */
export function isRepeatable({ method, headers }: Pick<Request, "method" | "headers">): boolean {
  return ["GET", "HEAD", "OPTIONS"].includes(method) || (method === "DELETE" && !headers.has(SIGNATURE));
}

/**
 * How long to wait before a retry, in milliseconds; undefined if there must be none. A POST is retried only if the
 * server did not carry it out.
 *
 * @param attempts how often the request was sent so far
 * @param canRepeat whether it is safe if the server carries it out twice
 */
export function planRetry(
  outcome: Outcome,
  attempts: number,
  canRepeat: boolean,
  { maxRetries, maxRetryDelayMs }: Pick<Limits, "maxRetries" | "maxRetryDelayMs">,
): number | undefined {
  const failed = outcome instanceof Error;
  if (attempts > maxRetries || (!failed && !mayPass(outcome))) return undefined;
  if (!canRepeat && mayHaveBeenProcessed(outcome)) return undefined;
  const delayMs = (failed ? undefined : parseRetryAfter(outcome.headers)) ?? backOff(attempts, maxRetryDelayMs);
  return delayMs > maxRetryDelayMs ? undefined : delayMs;
}

/** 0.5 s, doubled with every attempt up to 8 s, with jitter. */
function backOff(attempts: number, maxDelayMs: number): number {
  const delayMs = Math.min(MAX_BACKOFF_MS, BASE_DELAY_MS * 2 ** (attempts - 1));
  return Math.min(maxDelayMs, delayMs * (0.5 + Math.random() / 2));
}

/** Returns whether a retry may be made, and pays for it. */
function spend(quota: RetryQuota): boolean {
  if (quota.left < COST_OF_A_RETRY) return false;
  quota.left -= COST_OF_A_RETRY;
  return true;
}

/** The server works: gives back the cost of the retry, or a little for a first attempt. */
function refill(quota: RetryQuota, attempts: number): void {
  quota.left = Math.min(CAPACITY, quota.left + (attempts > 1 ? COST_OF_A_RETRY : 1));
}
