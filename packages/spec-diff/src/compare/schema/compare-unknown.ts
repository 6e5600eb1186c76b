import { type Comparison, report } from "../../judge/comparison.ts";
import { areAlike } from "../../read/are-alike.ts";
import { lastStep, type Place, quoteStep } from "../../read/place.ts";
import type { Sides } from "./sides.ts";

/** Records subschemas with a logic of their own that are not equal: no direction of such a change is proven. */
export function compareLogic(comparison: Comparison, { before, after, place }: Sides): void {
  for (const keyword of new Set([...before.logic.keys(), ...after.logic.keys()])) {
    const [was, is] = [before.logic.get(keyword), after.logic.get(keyword)];
    if (was && is && areAlike(was, is)) continue;
    const subject = lastStep(place);
    const fact = `${keyword} of ${quoteStep(place)} changed`;
    const advice = `check that what you ${comparison.direction === "request" ? "send" : "read"} fits ${keyword} as it is now`;
    report(comparison, "breaking", { kind: `${keyword}-changed`, place, subject, fact, advice });
  }
}

/** Records differences in keywords that the comparison does not know. */
export function compareUnknown(comparison: Comparison, { before, after, place }: Sides): void {
  for (const keyword of new Set([...before.unknown.keys(), ...after.unknown.keys()])) {
    const [was, is] = [textOf(before, keyword), textOf(after, keyword)];
    if (was === is) continue;
    if (keyword === "default") {
      reportDefault(comparison, place, was, is);
      continue;
    }
    const fact = `${keyword} of ${quoteStep(place)}, which this comparison does not know, is ${is || "gone"}${was && is ? ` instead of ${was}` : ""}`;
    const advice = "check what your code relies on";
    report(comparison, "breaking", { kind: "unknown-keyword", place, subject: keyword, fact, advice });
  }
}

/** A default is what the server takes a value to be that was left out; it changes no type. */
function reportDefault(comparison: Comparison, place: Place, was: string, is: string): void {
  const levels = { request: was === "" ? "minor" : "breaking", response: "docs" } as const;
  const isRelied = was !== "" && comparison.direction === "request";
  const advice = isRelied ? `send ${was} where you rely on it` : undefined;
  const name = quoteStep(place);
  const says =
    is === "" ? `default ${was} of ${name} is gone` : `default of ${name} is ${is} instead of ${was || "none"}`;
  report(comparison, levels, { kind: "default-changed", place, subject: lastStep(place), fact: `The ${says}`, advice });
}

function textOf({ unknown }: Sides["before"], keyword: string): string {
  return [...(unknown.get(keyword) ?? [])].toSorted().join();
}
