import { attempt } from "./attempt.ts";
import type { Call } from "./call.ts";
import { checkDestination } from "./check-destination.ts";
import { GridTimeoutError } from "./errors/grid-timeout-error.ts";
import type { Emit } from "./events.ts";
import { readLimits } from "./limits.ts";
import { createMask, type Mask } from "./mask.ts";
import type { GridClientOptions } from "./options.ts";
import { completeRequest, readRequest, type RequestParts } from "./prepare-request.ts";
import type { Settings } from "./read-options.ts";
import { wasRefused } from "./retry-after.ts";
import { mayPass, planRetry } from "./retry-policy.ts";
import { createRetryQuota } from "./retry-quota.ts";
import { wait } from "./time.ts";

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
  defaultHeaders?: Headers,
): Transport {
  const quota = createRetryQuota();

  return async (request, call, extension) => {
    checkDestination(request.url, settings.baseUrl, call);
    const limits = readLimits(call.options, settings.limits, call);
    const isSafe = limits.retryUnsafe || isHarmless(request);
    const leftMs = () => call.startedAt + limits.deadlineMs - performance.now();
    // Middleware may have made a request with a signal of its own. Some implementations have none.
    const signals = [...call.signals, request.signal].filter((signal) => signal != null);
    const parts = await readRequest(request, call, settings, defaultHeaders);
    const { [SIGNATURE]: signature } = parts.headers;
    const maskSignature = createMask(signature ? [signature] : []);
    const mask: Mask = (text) => maskSignature(settings.credentials.mask(text));
    const send = (signal: AbortSignal) => sendRequest(request, parts, signal, options, call, extension);

    if (leftMs() <= 0) throw new GridTimeoutError("the deadline passed before anything was sent", call);
    for (;;) {
      for (const signal of signals) signal.throwIfAborted();
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

const SIGNATURE = "grid-wallet-signature";

/** Whether it may be carried out twice. A signature works once. */
function isHarmless({ method, headers }: Request): boolean {
  return /^(GET|HEAD|OPTIONS)$/.test(method) || (method === "DELETE" && !headers.has(SIGNATURE));
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
