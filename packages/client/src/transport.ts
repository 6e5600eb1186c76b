import { attempt } from "./attempt.ts";
import type { Call } from "./call.ts";
import { checkDestination } from "./check-destination.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { GridTimeoutError } from "./errors/grid-timeout-error.ts";
import type { Emit } from "./events.ts";
import { readLimits } from "./limits.ts";
import { createMask, type Mask } from "./mask.ts";
import type { GridClientOptions } from "./options.ts";
import { completeRequest, readRequest, type RequestParts } from "./prepare-request.ts";
import type { CredentialSource, Credentials } from "./read-credentials.ts";
import type { Settings } from "./read-options.ts";
import { wasRefused } from "./retry-after.ts";
import { mayPass, planRetry } from "./retry-policy.ts";
import type { RetryQuota } from "./retry-quota.ts";
import { limitTime, TIMED_OUT, wait } from "./time.ts";

/**
 * Sends a request, again where that is safe and may help. Resolves to any response, its body read.
 *
 * @param extension what openapi-fetch's `requestInitExt` adds to the init of fetch
 */
export type Transport = (request: Request, call: Call, extension?: object) => Promise<Response>;

/**
 * How the requests of a client reach the server and come back: the innermost place, behind all middleware.
 *
 * @param defaultHeaders what a request has that does not say otherwise
 */
export function createTransport(
  options: GridClientOptions,
  settings: Settings,
  emit: Emit | undefined,
  quota: RetryQuota,
  defaultHeaders?: Headers,
): Transport {
  return async (request, call, extension) => {
    checkDestination(request.url, settings.baseUrl, call);
    const limits = readLimits(call.options, settings.limits, call);
    const isSafe = limits.retryUnsafe || isHarmless(request);
    const leftMs = () => call.startedAt + limits.deadlineMs - performance.now();
    // Middleware may have made a request with a signal of its own. Some implementations have none.
    const signals = [...call.signals, request.signal].filter((signal) => signal != null);
    const parts = await readRequest(request, call, defaultHeaders);
    const { [SIGNATURE]: signature } = parts.headers;
    const maskSignature = createMask(signature ? [signature] : []);

    for (const signal of signals) signal.throwIfAborted();
    for (;;) {
      const { authorization, mask: maskCredentials } = await getCredentials(
        settings.credentials,
        Math.max(0, Math.min(limits.timeoutMs, leftMs())),
        signals,
        call,
      );
      const headers = { ...parts.headers, authorization };
      const send = (signal: AbortSignal) =>
        sendRequest(request, { ...parts, headers }, signal, options, call, extension);
      const mask: Mask = (text) => maskSignature(maskCredentials(text));
      if (leftMs() <= 0) throw new GridTimeoutError("the deadline passed before the request was sent", call);
      call.attempts++;
      const bounds = { ...limits, timeoutMs: Math.min(limits.timeoutMs, leftMs()), mask };
      const outcome = await attempt(call, bounds, signals, emit, send);
      const failed = outcome instanceof Error;
      call.mayHaveBeenProcessed ||= failed ? outcome.mayHaveBeenProcessed : mayPass(outcome) && !wasRefused(outcome);
      if (!failed && !mayPass(outcome)) quota.refill(call.attempts);
      const delayMs =
        call.attempts > limits.maxRetries
          ? undefined
          : planRetry(outcome, call.attempts, isSafe, limits.maxRetryDelayMs);
      if (delayMs === undefined || delayMs >= leftMs() || !quota.spend()) {
        if (failed) throw outcome;
        return outcome;
      }
      emit?.(call, { type: "retry", delayMs, reason: failed ? outcome.name : String(outcome.status) });
      await wait(delayMs, signals);
    }
  };
}

/** Those of the next attempt. They are in time, or the call is not made. */
async function getCredentials(
  source: CredentialSource,
  limitMs: number,
  signals: readonly AbortSignal[],
  call: Call,
): Promise<Credentials> {
  if (typeof source === "object") return source;
  return limitTime(limitMs, signals, () => source(call)).catch((error: unknown) => {
    if (error !== TIMED_OUT) throw error;
    throw new GridConfigError(`no clientId and clientSecret within ${Math.round(limitMs)} ms.`, call);
  });
}

const SIGNATURE = "grid-wallet-signature";

/** Whether it may be carried out twice. A signature works once. */
function isHarmless({ method, headers }: Request): boolean {
  return ["GET", "HEAD", "OPTIONS"].includes(method) || (method === "DELETE" && !headers.has(SIGNATURE));
}

async function sendRequest(
  request: Request,
  parts: RequestParts,
  signal: AbortSignal,
  client: GridClientOptions,
  { options }: Call,
  extension: object | undefined,
): Promise<Response> {
  const init = { ...extension, ...parts, signal };
  const given = options.fetch ?? client.fetch;
  // The platform's is looked up here, so that a `fetch` replaced later (by instrumentation, by tests) is used.
  if (!given) return globalThis.fetch(request, init);
  return (await given(completeRequest(request, init, options.Request ?? client.Request), init)) as Response;
}
