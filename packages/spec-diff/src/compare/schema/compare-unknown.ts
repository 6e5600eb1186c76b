import { asksIn, type Comparison, type Levels, report } from "../../judge/comparison.ts";
import { areAlike } from "../../read/are-alike.ts";
import { pairNames } from "../../read/pair-names.ts";
import type { Sides } from "./sides.ts";

/** Records keywords with a logic of their own whose schemas are not equal: such a change is breaking in both directions. */
export function compareLogic(comparison: Comparison, { before, after, place }: Sides): void {
  const { direction } = comparison;
  for (const [keyword, was, is] of pairNames(before.logic, after.logic)) {
    if (!was || !is || !areAlike(was, is))
      report(comparison, "breaking", { kind: "logic-changed", keyword, direction }, { place });
  }
}

/** Records differences in keywords that the comparison does not know. */
export function compareUnknown(comparison: Comparison, { before, after, place }: Sides): void {
  for (const [keyword, old, now] of pairNames(before.unknown, after.unknown)) {
    const [was, is] = [old, now].map((values) => [...(values ?? [])].toSorted().join()) as [string, string];
    if (was === is) continue;
    if (keyword === "default") {
      // It is what the server uses for a value that was left out; it changes no type.
      const levels: Levels = { request: was === "" ? "minor" : "breaking", response: "docs" };
      report(comparison, levels, { kind: "default-changed", was, is, asks: asksIn(comparison, levels) }, { place });
    } else report(comparison, "breaking", { kind: "unknown-keyword", was, is }, { place, subject: keyword });
  }
}
