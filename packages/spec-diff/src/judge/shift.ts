import { lastStep, type Place, quoteStep } from "../read/place.ts";
import { type Comparison, report } from "./comparison.ts";

/** What became of the set of values that a constraint allows. */
export type Shift = "same" | "tightened" | "loosened" | "unproven";

const LEVELS = {
  same: "docs",
  tightened: { request: "breaking", response: "minor" },
  // What a response promised is promised no more.
  loosened: { request: "minor", response: "breaking" },
  unproven: "breaking",
} as const;

const OUTCOMES: Record<Shift, string> = {
  same: "the same values in other words",
  tightened: "stricter than before",
  loosened: "looser than before",
  unproven: "not proven to allow what was allowed before",
};

const ADVICE: Record<Shift, { readonly request: string; readonly response: string }> = {
  same: { request: "", response: "" },
  tightened: { request: "send only what fits", response: "" },
  loosened: { request: "", response: "accept more than before" },
  unproven: { request: "check what you send", response: "check what you accept" },
};

/** Records a constraint that changed, at the level of what became of the values. */
export function reportShift(
  comparison: Comparison,
  place: Place,
  shift: Shift,
  keyword: string,
  was: string,
  is: string,
): void {
  const subject = lastStep(place);
  const fact = `${keyword} of ${quoteStep(place)} is ${is} instead of ${was}, ${OUTCOMES[shift]}`;
  const advice = ADVICE[shift][comparison.direction];
  report(comparison, LEVELS[shift], { kind: `${keyword}-changed`, place, subject, fact, advice });
}
