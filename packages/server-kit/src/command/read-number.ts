import { UsageError } from "./usage-error.ts";

/** The value of an option, a whole number from 0; undefined if it was not given. Throws a `UsageError` for anything else. */
export function readNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError(`--${option} must be a whole number, 0 or more; got ${text}.`);
}
