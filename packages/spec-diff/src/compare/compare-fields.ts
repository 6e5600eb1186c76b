import { canonicalJson, isDocumentation, type JsonObject } from "@grid-sdk/openapi";
import { type Comparison, report } from "../judge/comparison.ts";
import { quoteJson } from "../read/quote-json.ts";
import type { Place } from "../read/place.ts";

/** Records a difference in any field that is neither documentation nor compared elsewhere. */
export function compareOtherFields(
  comparison: Comparison,
  [before, after]: readonly [JsonObject, JsonObject],
  comparedElsewhere: readonly string[],
  place: Place = { path: [] },
): void {
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isDocumentation(field) || comparedElsewhere.includes(field)) continue;
    if (canonicalJson(before[field] ?? null) === canonicalJson(after[field] ?? null)) continue;
    report(comparison, "breaking", {
      kind: "unknown-field",
      place,
      subject: field,
      fact: `The field \`${field}\`, which this comparison does not know, is ${quoteJson(after[field])} instead of ${quoteJson(before[field])}`,
      advice: "check what your code relies on",
    });
  }
}

/** Records that something was deprecated, or is so no more. */
export function compareDeprecated(
  comparison: Comparison,
  before: JsonObject,
  after: JsonObject,
  subject: string,
): void {
  const [was, is] = [before["deprecated"] === true, after["deprecated"] === true];
  if (was === is) return;
  const said = is
    ? { fact: `\`${subject}\` is deprecated`, advice: "plan to do without it" }
    : { fact: `\`${subject}\` is no longer deprecated` };
  const kind = is ? "deprecated-set" : "deprecated-unset";
  report(comparison, is ? "minor" : "docs", { kind, place: { path: [] }, subject, ...said });
}
