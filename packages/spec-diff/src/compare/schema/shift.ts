import type { Shift } from "../../facts/parts.ts";
import { hasRole } from "../../read/keywords.ts";
import { comparePatterns } from "./compare-patterns.ts";

/** What happened to a length, a size or a range. */
export function shiftBound(keyword: string, was: number | undefined, is: number | undefined): Shift {
  if (was === undefined) return "tightened";
  return is !== undefined && is > was === hasRole(keyword, "lower") ? "tightened" : "loosened";
}

/** What happened to patterns, formats, encodings and factors, where a value has to fit all of them. */
export function shiftValues(keyword: string, before: readonly string[], after: readonly string[]): Shift {
  const [was, ...otherLost] = before.filter((value) => !after.includes(value));
  const [is, ...otherGained] = after.filter((value) => !before.includes(value));
  if (was === undefined) return "tightened";
  if (is === undefined) return "loosened";
  if (otherLost.length > 0 || otherGained.length > 0) return "unproven";
  if (keyword === "pattern") return comparePatterns(was, is);
  return keyword === "multipleOf" ? compareFactors(Number(was), Number(is)) : "unproven";
}

/** Every multiple of 6 is one of 3. */
function compareFactors(before: number, after: number): Shift {
  if (Number.isInteger(before / after)) return "loosened";
  return Number.isInteger(after / before) ? "tightened" : "unproven";
}
