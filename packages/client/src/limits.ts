import type { GridRequestOptions } from "./options.ts";

/** The limits that neither the client nor the call sets. */
export const DEFAULT_LIMITS = {
  timeoutMs: 30_000,
  deadlineMs: Infinity,
  maxRetries: 2,
  maxRetryDelayMs: 5_000,
  maxResponseBytes: 5_000_000,
  retryUnsafe: false,
};

/** How long a call may run, and how often it may try. */
export type Limits = Readonly<typeof DEFAULT_LIMITS>;

const NAMES = Object.keys(DEFAULT_LIMITS) as (keyof Limits)[];

/** The limits that options set, and otherwise those of `base`. */
export function readLimits(options: GridRequestOptions, base: Limits): Limits {
  const set = NAMES.filter((name) => options[name] != null).map((name) => [name, options[name]]);
  return { ...base, ...(Object.fromEntries(set) as Partial<Limits>) };
}
