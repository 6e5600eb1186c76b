import type { Finding, When } from "../../judge/change.ts";
import { type Comparison, quoteAll, report } from "../../judge/comparison.ts";
import { capitalize, lastStep, type Place } from "../../read/place.ts";
import type { SchemaNode } from "../../read/schema-node.ts";
import { viewSchemas } from "../../read/schema-view.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { narrowNodes } from "./tell-branches.ts";

type Nodes = readonly SchemaNode[];

/** Records what differs in some cases of a union alone: each finding says in which. */
export function compareCase(comparison: Comparison, when: When, before: Nodes, after: Nodes): Finding[] {
  const inside = { ...comparison, when, findings: [] as Finding[], visited: new Set(comparison.visited) };
  compareSchemas(inside, narrowNodes(before, when), narrowNodes(after, when));
  return inside.findings.filter(({ place }) => lastStep(place) !== when.property);
}

export interface Heir {
  /** What the cases come as now, as a sentence names it. */
  readonly name: string;
  readonly nodes: Nodes;
}

/** Records that values of a branch which is gone are not: they belong to another schema now, with what that lacks. */
export function reportMoved(
  comparison: Comparison,
  { kind, place, when }: { readonly kind: string; readonly place: Place; readonly when: When },
  branch: Nodes,
  { name, nodes }: Heir,
): void {
  const [was, is] = [viewSchemas(branch).properties, viewSchemas(nodes).properties];
  const lost = [...was.keys()].filter((property) => !is.has(property));
  const isRequest = comparison.direction === "request";
  const { property = "", values } = when;
  const cases = `${quoteAll(values)} of \`${property}\``;
  const verb = values.length === 1 ? "is" : "are";
  const without = lost.length === 0 ? "" : `, without ${quoteAll(lost)}`;
  const fact = isRequest
    ? `${cases} ${verb} sent as ${name} now${without}`
    : `${cases} ${values.length === 1 ? "comes" : "come"} as ${name} now${without}`;
  const them = lost.length === 1 ? "it" : "them";
  const advice = isRequest
    ? `stop sending ${them} with ${quoteAll(values)}`
    : `stop reading ${them} of ${quoteAll(values)}`;
  report(comparison, lost.length === 0 ? "minor" : "breaking", {
    kind,
    place,
    subject: values.join(" or "),
    fact: capitalize(fact),
    advice: lost.length === 0 ? undefined : advice,
  });
  const rest = compareCase(comparison, when, branch, nodes).filter(
    ({ level, kind: sort, subject }) =>
      level === "breaking" && !(sort === "property-removed" && lost.includes(subject)),
  );
  comparison.findings.push(...rest);
}
