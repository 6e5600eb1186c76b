import { createGridClient } from "@grid-sdk/client";

// Retries more often, and logs each retry.
export const patient = createGridClient({
  maxRetries: 4,
  maxRetryDelayMs: 10_000,
  onEvent: (event) => {
    if (event.type === "retry")
      console.warn(`${event.method} ${event.path}: ${event.reason}, retried in ${event.delayMs} ms`);
  },
});
