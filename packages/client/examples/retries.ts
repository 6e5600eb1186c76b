import { createGridClient } from "@grid-sdk/client";

// Patient, and telling what it waits for.
export const patient = createGridClient({
  maxRetries: 4,
  maxRetryDelayMs: 10_000,
  onEvent: (event) => {
    if (event.type === "retry")
      console.warn(`${event.method} ${event.path}: ${event.reason}, again in ${event.delayMs} ms`);
  },
});
