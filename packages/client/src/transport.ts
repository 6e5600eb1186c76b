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
 * Sends a request, and retries it if that is safe and may help. Resolves to any response, with its body read.
 *
 * @param extension the value of openapi-fetch's `requestInitExt`, for the init of fetch
 */
export type Transport = (request: Request, call: Call, extension?: object) => Promise<Response>;

/**
 * Creates the innermost part of a client, behind all middleware: how its requests reach the server and come back.
 *
 * @param defaultHeaders sent unless the request has others
 */
export function createTransport(settings: Settings, quota: RetryQuota, defaultHeaders?: Headers): Transport {
  return async (request, call, extension) => {
    checkDestination(request.url, settings.baseUrl, call);
    const limits = readLimits(call.options, settings.limits);
    const leftMs = () => call.startedAt + limits.deadlineMs - performance.now();
    // Middleware may have made a request with a signal of its own. Some implementations have none.
    const signals = [...call.signals, request.signal].filter((signal) => signal != null);
    const parts = await readRequest(request, call, defaultHeaders);
    const signature = parts.headers[SIGNATURE];
    const maskSignature = createMask(signature ? [signature] : []);
    const canRepeat = limits.retryUnsafe || isRepeatable(request);

    for (const signal of signals) signal.throwIfAborted();
    return sendWithRetries(call, { limits, canRepeat, quota, leftMs, signals }, async () => {
      const { credentials } = settings;
      const { authorization, mask } =
        typeof credentials === "object"
          ? credentials
          : await getCredentials(credentials, Math.max(0, Math.min(limits.timeoutMs, leftMs())), signals, call);
      const timeoutMs = Math.min(limits.timeoutMs, leftMs());
      if (leftMs() <= 0) throw new GridTimeoutError("the deadline passed before the request was sent", call);
      call.attempts++;
      const bounds = { ...limits, timeoutMs, mask: (text: string) => maskSignature(mask(text)) };
      const complete = { ...parts, headers: { ...parts.headers, authorization } };
      return attempt(call, bounds, signals, (signal) =>
        sendRequest(request, { ...extension, ...complete, signal }, settings, call),
      );
    });
  };
}

/** Reads the credentials of the next attempt. Without them in time, the call is not made. */
function getCredentials(
  read: Exclude<CredentialSource, Credentials>,
  limitMs: number,
  signals: readonly AbortSignal[],
  call: Call,
): Promise<Credentials> {
  return limitTime(limitMs, signals, () => read(call)).catch((error: unknown) => {
    if (error !== TIMED_OUT) throw error;
    throw new GridConfigError(`clientId and clientSecret did not arrive within ${Math.round(limitMs)} ms.`, call);
  });
}

async function sendRequest(
  request: Request,
  init: RequestParts & { readonly signal: AbortSignal },
  settings: Settings,
  { options }: Call,
): Promise<Response> {
  const given = options.fetch ?? settings.fetch;
  // The platform's is looked up here, so that a `fetch` that replaces it later (instrumentation, tests) is used.
  if (!given) return globalThis.fetch(request, init);
  return (await given(completeRequest(request, init, options.Request ?? settings.Request), init)) as Response;
}
