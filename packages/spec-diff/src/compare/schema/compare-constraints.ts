import { type Comparison, quoteAll } from "../../judge/comparison.ts";
import { reportShift, type Shift } from "../../judge/shift.ts";
import { hasRole } from "../../read/keywords.ts";
import { compareFactors } from "./compare-factors.ts";
import { comparePatterns } from "./compare-patterns.ts";
import type { Sides } from "./sides.ts";

/** Records differences in lengths, sizes and ranges. */
export function compareBounds(comparison: Comparison, sides: Sides): void {
  const { before, after } = sides;
  for (const keyword of new Set([...before.bounds.keys(), ...after.bounds.keys()])) {
    const was = before.bounds.get(keyword);
    const is = after.bounds.get(keyword);
    if (was === is) continue;
    const isLower = hasRole(keyword, "lower");
    const shift = was === undefined || (is !== undefined && is > was === isLower) ? "tightened" : "loosened";
    reportShift(comparison, sides.place, shift, keyword, `${was ?? "none"}`, `${is ?? "none"}`);
  }
}

/** Records differences in pattern, format, encoding and `multipleOf`. */
export function compareCumulative(comparison: Comparison, sides: Sides): void {
  const { before, after } = sides;
  for (const keyword of new Set([...before.cumulative.keys(), ...after.cumulative.keys()])) {
    const was = before.cumulative.get(keyword) ?? new Set<string>();
    const is = after.cumulative.get(keyword) ?? new Set<string>();
    const lost = [...was].filter((value) => !is.has(value));
    const gained = [...is].filter((value) => !was.has(value));
    if (lost.length === 0 && gained.length === 0) continue;
    const shift = shiftOf(keyword, lost, gained);
    reportShift(comparison, sides.place, shift, keyword, quoteAll(was) || "none", quoteAll(is) || "none");
  }
}

function shiftOf(keyword: string, lost: readonly string[], gained: readonly string[]): Shift {
  const [was, ...otherLost] = lost;
  const [is, ...otherGained] = gained;
  if (was === undefined) return "tightened";
  if (is === undefined) return "loosened";
  if (otherLost.length > 0 || otherGained.length > 0) return "unproven";
  if (keyword === "pattern") return comparePatterns(was, is);
  if (keyword === "multipleOf") return compareFactors(Number(was), Number(is));
  return "unproven";
}
