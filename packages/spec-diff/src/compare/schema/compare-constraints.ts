import { asksIn, type Comparison, type Levels, LOOSER, report, STRICTER } from "../../judge/comparison.ts";
import type { Shift } from "../../judge/facts/parts.ts";
import { hasRole } from "../../read/keywords.ts";
import { pairNames } from "../../read/pair-names.ts";
import { comparePatterns } from "./compare-patterns.ts";
import type { Sides } from "./sides.ts";

const LEVELS: Record<Shift, Levels> = {
  same: "docs",
  tightened: STRICTER,
  loosened: LOOSER,
  unproven: "breaking",
};

/** Records differences in lengths, sizes and ranges. */
export function compareBounds(comparison: Comparison, { before, after, place }: Sides): void {
  for (const [keyword, was, is] of pairNames(before.bounds, after.bounds)) {
    if (was === is) continue;
    const isHigher = is !== undefined && was !== undefined && is > was;
    const isStricter = was === undefined || (is !== undefined && isHigher === hasRole(keyword, "lower"));
    const shift = isStricter ? "tightened" : "loosened";
    const levels = LEVELS[shift];
    report(
      comparison,
      levels,
      { kind: "bound-changed", keyword, was, is, shift, asks: asksIn(comparison, levels) },
      { place },
    );
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Records differences in pattern, format, encoding and `multipleOf`. */
export function compareCumulative(comparison: Comparison, { before, after, place }: Sides): void {
  for (const [keyword, old = NONE, now = NONE] of pairNames(before.cumulative, after.cumulative)) {
    const [was, is] = [[...old], [...now]];
    const lost = was.filter((value) => !now.has(value));
    const gained = is.filter((value) => !old.has(value));
    if (lost.length === 0 && gained.length === 0) continue;
    const shift = shiftOf(keyword, lost, gained);
    const levels = LEVELS[shift];
    const asks = asksIn(comparison, levels);
    report(comparison, levels, { kind: "constraint-changed", keyword, was, is, shift, asks }, { place });
  }
}

function shiftOf(keyword: string, lost: readonly string[], gained: readonly string[]): Shift {
  const [was, ...otherLost] = lost;
  const [is, ...otherGained] = gained;
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
