import { attempt } from "./attempt.ts";
import type { Call } from "./call.ts";
import { checkDestination } from "./check-destination.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { GridTimeoutError } from "./errors/grid-timeout-error.ts";
import { readLimits } from "./limits.ts";
import { createMask } from "./mask.ts";
import { completeRequest, readRequest, type RequestParts } from "./prepare-request.ts";
import type { CredentialSource, Credentials } from "./read-credentials.ts";
import type { Settings } from "./read-options.ts";
import { isRepeatable, type RetryQuota, sendWithRetries, SIGNATURE } from "./retry.ts";
import { limitTime, TIMED_OUT } from "./time.ts";

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
export function createTransport(settings: Settings, quota: RetryQuota, defaultHeaders?: Headers): Transport {
  return async (request, call, extension) => {
    checkDestination(request.url, settings.baseUrl, call);
    const limits = readLimits(call.options, settings.limits, call);
    const leftMs = () => call.startedAt + limits.deadlineMs - performance.now();
    // Middleware may have made a request with a signal of its own. Some implementations have none.
    const signals = [...call.signals, request.signal].filter((signal) => signal != null);
    const parts = await readRequest(request, call, defaultHeaders);
    const signature = parts.headers[SIGNATURE];
    const maskSignature = createMask(signature ? [signature] : []);
    const canRepeat = limits.retryUnsafe || isRepeatable(request);

    for (const signal of signals) signal.throwIfAborted();
    return sendWithRetries(call, { limits, canRepeat, quota, leftMs, signals }, async () => {
      const patienceMs = Math.max(0, Math.min(limits.timeoutMs, leftMs()));
      const { authorization, mask } = await getCredentials(settings.credentials, patienceMs, signals, call);
      if (leftMs() <= 0) throw new GridTimeoutError("the deadline passed before the request was sent", call);
      call.attempts++;
      const bounds = {
        timeoutMs: Math.min(limits.timeoutMs, leftMs()),
        maxResponseBytes: limits.maxResponseBytes,
        mask: (text: string) => maskSignature(mask(text)),
      };
      const headers = { ...parts.headers, authorization };
      return attempt(call, bounds, signals, (signal) =>
        sendRequest(request, { ...parts, headers }, signal, settings, call, extension),
      );
    });
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

async function sendRequest(
  request: Request,
  parts: RequestParts,
  signal: AbortSignal,
  settings: Settings,
  { options }: Call,
  extension: object | undefined,
): Promise<Response> {
  const init = { ...extension, ...parts, signal };
  const given = options.fetch ?? settings.fetch;
  // The platform's is looked up here, so that a `fetch` replaced later (by instrumentation, by tests) is used.
  if (!given) return globalThis.fetch(request, init);
  return (await given(completeRequest(request, init, options.Request ?? settings.Request), init)) as Response;
}
