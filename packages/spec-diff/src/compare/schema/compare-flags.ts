import type { Level } from "../../judge/change.ts";
import { type Comparison, report } from "../../judge/comparison.ts";
import type { Keyword } from "../../read/keywords.ts";
import { capitalize, lastStep, quoteStep } from "../../read/place.ts";
import type { Sides } from "./sides.ts";

type Outcome = readonly [request: Level, response: Level, says: string, advice?: string];

/** What it means when a flag is set, and when it is taken away. */
const OUTCOMES: Record<Keyword<"flag">, { readonly set: Outcome; readonly unset: Outcome }> = {
  readOnly: {
    set: ["breaking", "minor", "is read-only", "leave it out of requests, and do not write to it in responses"],
    unset: ["minor", "docs", "is no longer read-only"],
  },
  writeOnly: {
    set: ["docs", "breaking", "is write-only, and responses no longer carry it", "stop reading it"],
    unset: ["docs", "minor", "is no longer write-only, and responses may carry it"],
  },
  deprecated: {
    set: ["minor", "minor", "is deprecated", "plan to do without it"],
    unset: ["docs", "docs", "is no longer deprecated"],
  },
  uniqueItems: {
    set: ["breaking", "minor", "holds no item twice", "send each item once"],
    unset: ["minor", "breaking", "may hold an item twice", "do not rely on items being unique"],
  },
};

/** Records which flags were set and unset, and differences of the default. */
export function compareFlags(comparison: Comparison, { before, after, place }: Sides): void {
  const subject = lastStep(place);
  for (const flag of new Set([...before.flags, ...after.flags])) {
    if (before.flags.has(flag) === after.flags.has(flag)) continue;
    const isSet = after.flags.has(flag);
    const [request, response, says, advice] = OUTCOMES[flag][isSet ? "set" : "unset"];
    const kind = `${flag}-${isSet ? "set" : "unset"}`;
    report(
      comparison,
      { request, response },
      { kind, place, subject, fact: capitalize(`${quoteStep(place)} ${says}`), advice },
    );
  }
}
