import { type Comparison, report } from "../../judge/comparison.ts";
import { describeSchemas } from "../../read/describe-schemas.ts";
import { lastStep } from "../../read/place.ts";
import type { Sides } from "./sides.ts";

/** Records subschemas with a logic of their own that are not equal: no direction of such a change is proven. */
export function compareLogic(comparison: Comparison, { before, after, place }: Sides): void {
  for (const keyword of new Set([...before.logic.keys(), ...after.logic.keys()])) {
    const [was, is] = [before.logic.get(keyword), after.logic.get(keyword)];
    if (was && is && describeSchemas(was) === describeSchemas(is)) continue;
    const subject = lastStep(place);
    const message = `${keyword} of \`${subject}\` changed, which is not proven to be safe: read both revisions.`;
    report(comparison, "breaking", { kind: `${keyword}-changed`, place, subject, message });
  }
}

/** Records differences in keywords that the comparison does not know. */
export function compareUnknown(comparison: Comparison, { before, after, place }: Sides): void {
  for (const keyword of new Set([...before.unknown.keys(), ...after.unknown.keys()])) {
    const [was, is] = [before, after].map((view) => [...(view.unknown.get(keyword) ?? [])].toSorted().join());
    if (was === is) continue;
    const subject = lastStep(place);
    if (keyword === "default") {
      // Generated types make a property with a default required.
      const level = was === "" ? ({ request: "breaking", response: "minor" } as const) : "breaking";
      const message = `The default of \`${subject}\` is ${is || "gone"} instead of ${was || "none"}.`;
      report(comparison, level, { kind: "default-changed", place, subject, message });
      continue;
    }
    const message = `${keyword} of \`${subject}\` changed, which this comparison does not know: read both revisions.`;
    report(comparison, "breaking", { kind: "unknown-keyword", place, subject: keyword, message });
  }
}
