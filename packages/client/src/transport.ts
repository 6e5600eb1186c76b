import { createAttempt } from "./attempt.ts";
import type { Answer, Call } from "./call.ts";
import { GridError } from "./errors/grid-error.ts";
import { createEmit } from "./events.ts";
import type { GridClientOptions } from "./options.ts";
import { type CallInput, planRequest } from "./plan-request.ts";
import { readOptions } from "./read-options.ts";
import { planRetry } from "./retry-policy.ts";
import { wait } from "./time.ts";

/** Makes a call: sends its request, again where that is safe and may help. Resolves to any answer with its body read. */
export type Transport = (call: Call, input: CallInput) => Promise<Answer>;

/** How the calls of a client, those of `grid.http` included, reach the server and come back. */
export function createTransport(options: GridClientOptions): Transport {
  const settings = readOptions(options);
  const emit = createEmit(options.onEvent);
  const attempt = createAttempt(options, emit);

  return async (call, input) => {
    const request = planRequest(settings, call, input);
    const { method, headers, signal } = request;
    const { timeoutMs = options.timeoutMs ?? 30_000 } = request;
    const { maxRetries = options.maxRetries ?? 2 } = request;
    const { maxRetryDelayMs = options.maxRetryDelayMs ?? 60_000 } = request;
    const { retryUnsafe = options.retryUnsafe } = request;
    const safe = method === "GET" || (method === "DELETE" && !headers["grid-wallet-signature"]);

    for (;;) {
      signal?.throwIfAborted();
      call.attempts++;
      const outcome = await attempt(request, call, timeoutMs);
      const failed = outcome instanceof GridError;
      const delayMs =
        call.attempts > maxRetries
          ? undefined
          : planRetry(
              failed ? outcome : outcome.response,
              call.attempts,
              safe || retryUnsafe === true,
              maxRetryDelayMs,
            );
      if (delayMs === undefined) {
        if (failed) throw outcome;
        return outcome;
      }
      emit?.(call, { type: "retry", delayMs, reason: failed ? outcome.name : String(outcome.response.status) });
      await wait(delayMs, signal);
    }
  };
}
