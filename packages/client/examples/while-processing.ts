import { setTimeout } from "node:timers/promises";
import { isGridError } from "@grid-sdk/client";

// Repeats the identical signed call while the API is at work on it, at most 5 times. Then it throws the last error.
export async function whileProcessing<Result>(call: () => Promise<Result>, delayMs = 1_000): Promise<Result> {
  for (let made = 1; ; made++) {
    try {
      return await call();
    } catch (error) {
      if (made === 5 || !isGridError(error, { kind: "response" }) || !error.isProcessing) throw error;
      await setTimeout(made * delayMs);
    }
  }
}
