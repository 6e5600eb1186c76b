import { UsageError } from "./usage-error.ts";

/** The number that an option says, 0 or more; undefined without one. Throws a `UsageError` for anything else. */
export function readNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError(`--${option} takes a whole number, 0 or more; got ${text}.`);
}
