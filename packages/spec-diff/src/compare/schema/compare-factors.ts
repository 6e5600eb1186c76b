import type { Shift } from "../../judge/shift.ts";

/** What became of the multiples that `multipleOf` allows. */
export function compareFactors(before: number, after: number): Shift {
  if (Number.isInteger(before / after)) return "loosened";
  return Number.isInteger(after / before) ? "tightened" : "unproven";
}
