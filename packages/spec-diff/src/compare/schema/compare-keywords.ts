import { type Comparison, type Levels, LOOSER, report, reportAsking, STRICTER } from "../../judge/comparison.ts";
import type { Shift } from "../../facts/parts.ts";
import { hasRole, isBound, type Keyword } from "../../read/keywords.ts";
import { pairNames } from "../../read/pair-names.ts";
import { shiftBound, shiftValues } from "./shift.ts";
import type { Sides } from "./sides.ts";

const SHIFTS: Record<Shift, Levels> = {
  same: "docs",
  tightened: STRICTER,
  loosened: LOOSER,
  unproven: "breaking",
};

const FLAGS: Record<Keyword<"flag">, Record<"set" | "unset", Levels>> = {
  readOnly: { set: STRICTER, unset: { request: "minor", response: "docs" } },
  writeOnly: { set: { request: "docs", response: "breaking" }, unset: { request: "docs", response: "minor" } },
  deprecated: { set: "minor", unset: "docs" },
  uniqueItems: { set: STRICTER, unset: LOOSER },
};

/** Records differences in keywords that hold no schemas: flags, bounds, patterns and similar, and those without a row. */
export function compareKeywords(comparison: Comparison, { before, after, place }: Sides): void {
  for (const [keyword, old = [], now = []] of pairNames(before.said, after.said)) {
    const [was, is] = [old.toSorted().join(), now.toSorted().join()];
    if (was === is) continue;
    if (hasRole(keyword, "flag")) {
      const isSet = now.length > 0;
      report(comparison, FLAGS[keyword][isSet ? "set" : "unset"], { kind: "flag", flag: keyword, isSet }, { place });
    } else if (isBound(keyword, [...old, ...now])) {
      const [from, to] = [old.map(Number)[0], now.map(Number)[0]];
      const shift = shiftBound(keyword, from, to);
      const fact = { kind: "bound-changed", keyword, was: from, is: to, shift } as const;
      reportAsking(comparison, SHIFTS[shift], fact, { place });
    } else if (hasRole(keyword, "cumulative")) {
      const [from, to] = [old.map(readText), now.map(readText)];
      const shift = shiftValues(keyword, from, to);
      const fact = { kind: "constraint-changed", keyword, was: from, is: to, shift } as const;
      reportAsking(comparison, SHIFTS[shift], fact, { place });
    } else if (keyword === "default") {
      // It is what the server uses for a value that was left out; it changes no type.
      const levels: Levels = { request: was === "" ? "minor" : "breaking", response: "docs" };
      reportAsking(comparison, levels, { kind: "default-changed", was, is }, { place });
    } else report(comparison, "breaking", { kind: "unknown-keyword", was, is }, { place, subject: keyword });
  }
}

function readText(json: string): string {
  return String(JSON.parse(json));
}
