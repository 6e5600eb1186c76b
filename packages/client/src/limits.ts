import type { GridErrorContext } from "./errors/grid-error.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import type { GridRequestOptions } from "./options.ts";
import { MAX_MS } from "./retry-after.ts";

/** How long and how often a call may try. */
export interface Limits {
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
  readonly maxRetryDelayMs: number;
  readonly maxResponseBytes: number;
  readonly retryUnsafe: boolean;
}

/** Where neither the client nor the call says so. */
export const DEFAULT_LIMITS: Limits = {
  timeoutMs: 30_000,
  deadlineMs: Infinity,
  maxRetries: 2,
  maxRetryDelayMs: 5_000,
  maxResponseBytes: 5_000_000,
  retryUnsafe: false,
};

/**
 * The limits that options set, over others. Throws a `GridInputError` for one that is none; for a client's, without a
 * call, a `GridConfigError`.
 */
export function readLimits(options: GridRequestOptions, base: Limits, call?: GridErrorContext): Limits {
  const limits: Record<string, unknown> = { ...base };
  for (const name of Object.keys(DEFAULT_LIMITS) as (keyof Limits)[]) {
    const value = options[name];
    if (value == null) continue;
    limits[name] = value;
    if (name === "retryUnsafe") continue;
    const isTime = name.endsWith("Ms");
    if (typeof value === "number" && value >= 0 && value <= MAX_MS && (isTime || Number.isInteger(value))) continue;
    const what = isTime ? "a number of milliseconds" : "a whole number";
    const message = `${name} must be ${what} from 0 to ${MAX_MS}.`;
    throw call ? new GridInputError(message, call) : new GridConfigError(message);
  }
  return limits as unknown as Limits;
}
