import { canonicalJson, isDocumentation, type JsonObject } from "@grid-sdk/openapi";
import { type Comparison, report } from "../judge/comparison.ts";
import type { Place } from "../read/place.ts";
import { pairFields } from "../read/pair-names.ts";

type Both = readonly [before: JsonObject, after: JsonObject];

/** Records a difference in any field that is neither documentation nor compared elsewhere. */
export function compareOtherFields(
  comparison: Comparison,
  [before, after]: Both,
  comparedElsewhere: readonly string[],
  place: Place = { path: [] },
): void {
  for (const [field, was, is] of pairFields(before, after)) {
    if (isDocumentation(field) || comparedElsewhere.includes(field)) continue;
    if (canonicalJson(was ?? null) === canonicalJson(is ?? null)) continue;
    report(comparison, "breaking", { kind: "unknown-field", was, is }, { place, subject: field });
  }
}

/** Records that something is deprecated, or no longer deprecated. */
export function compareDeprecated(comparison: Comparison, [before, after]: Both, subject: string): void {
  const isSet = after["deprecated"] === true;
  if ((before["deprecated"] === true) !== isSet)
    report(comparison, isSet ? "minor" : "docs", { kind: "deprecated", isSet }, { subject });
}
