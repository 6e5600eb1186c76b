import type { Finding } from "../../judge/change.ts";
import { type Comparison, report } from "../../judge/comparison.ts";
import type { When } from "../../facts/parts.ts";
import { lastStep, type Place } from "../../read/place.ts";
import type { Nodes } from "../../read/schema-node.ts";
import { viewSchemas } from "../../read/schema-view.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { narrowNodes } from "./distinguish-branch.ts";

/** What differs only in some cases of a union: each finding has these cases. */
export function compareCase(comparison: Comparison, when: When, before: Nodes, after: Nodes): Finding[] {
  const inside = { ...comparison, when, findings: [] as Finding[], visited: new Set(comparison.visited) };
  compareSchemas(inside, narrowNodes(before, when), narrowNodes(after, when));
  return inside.findings.filter(({ place }) => lastStep(place) !== when.property);
}

interface Moved {
  readonly kind: "branch-merged" | "discriminator-value-moved";
  readonly place: Place;
  /** The values that moved, with the property that has them. */
  readonly when: When;
  readonly branch: Nodes;
  /** The schema that has them now. */
  readonly heir: Nodes;
  /** Its name, if it has one. */
  readonly name: string | undefined;
}

/** Records that values of a removed branch belong to another schema now, and which properties that lacks. */
export function reportMoved(comparison: Comparison, { kind, place, when, branch, heir, name }: Moved): void {
  const [was, is] = [viewSchemas(branch).properties, viewSchemas(heir).properties];
  const lost = [...was.keys()].filter((property) => !is.has(property));
  const { direction } = comparison;
  const subject = when.values.join(" or ");
  const level = lost.length === 0 ? "minor" : "breaking";
  report(comparison, level, { kind, when, heir: name, lost, direction }, { place, subject });
  const rest = compareCase(comparison, when, branch, heir).filter(
    (finding) =>
      finding.level === "breaking" && !(finding.kind === "property-removed" && lost.includes(finding.subject)),
  );
  comparison.findings.push(...rest);
}
