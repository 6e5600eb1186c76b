import { GridConfigError } from "./errors/grid-config-error.ts";
import type { GridErrorContext } from "./errors/grid-error.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import type { GridRequestOptions } from "./options.ts";
import { MAX_MS } from "./retry-after.ts";

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

/**
 * The limits that options set, and otherwise those of `base`. Throws a `GridInputError` for a limit that is not valid;
 * without a call, for the options of a client, a `GridConfigError`.
 */
export function readLimits(options: GridRequestOptions, base: Limits, call?: GridErrorContext): Limits {
  const limits: { -readonly [Name in keyof Limits]: unknown } = { ...base };
  for (const name of NAMES) {
    const value = options[name];
    if (value == null) continue;
    limits[name] = value;
    if (name === "retryUnsafe") continue;
    const isTime = name.endsWith("Ms");
    if (typeof value === "number" && value >= 0 && value <= MAX_MS && (isTime || Number.isInteger(value))) continue;
    const got = typeof value === "number" ? value : typeof value;
    const expected = isTime ? "a number of milliseconds" : "a whole number";
    const message = `${name} must be ${expected} from 0 to ${MAX_MS}; got ${got}.`;
    throw call ? new GridInputError(message, call) : new GridConfigError(message);
  }
  return limits as Limits;
}
