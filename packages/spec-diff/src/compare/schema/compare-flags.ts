import { type Comparison, type Levels, LOOSER, report, STRICTER } from "../../judge/comparison.ts";
import type { Keyword } from "../../read/keywords.ts";
import type { Sides } from "./sides.ts";

const LEVELS: Record<Keyword<"flag">, Record<"set" | "unset", Levels>> = {
  readOnly: { set: STRICTER, unset: { request: "minor", response: "docs" } },
  writeOnly: { set: { request: "docs", response: "breaking" }, unset: { request: "docs", response: "minor" } },
  deprecated: { set: "minor", unset: "docs" },
  uniqueItems: { set: STRICTER, unset: LOOSER },
};

/** Records which flags were set and unset. */
export function compareFlags(comparison: Comparison, { before, after, place }: Sides): void {
  for (const flag of new Set([...before.flags, ...after.flags])) {
    const isSet = after.flags.has(flag);
    if (before.flags.has(flag) !== isSet)
      report(comparison, LEVELS[flag][isSet ? "set" : "unset"], { kind: "flag", flag, isSet }, { place });
  }
}
