import { fieldOf, holdsObjects } from "@grid-sdk/openapi";
import type { Finding } from "../judge/change.ts";
import { type Comparison, report } from "../judge/comparison.ts";
import type { Direction } from "../facts/parts.ts";
import { areAlike } from "../read/are-alike.ts";
import { findReach } from "../read/find-reach.ts";
import type { Revision } from "../read/revision.ts";
import { componentsOf, nodeOfComponent, type Nodes } from "../read/schema-node.ts";
import { compareOtherFields } from "./compare-fields.ts";
import { compareInside } from "./schema/compare-schemas.ts";

/** Records component schemas that are new or gone, and changes of those that no operation carries. */
export function compareComponents(comparison: Comparison, carried: ReadonlySet<string>): void {
  const { before, after } = comparison;
  const both = [fieldOf(before.document, "components"), fieldOf(after.document, "components")] as const;
  // Parameters, responses and similar are compared where operations use them: the SDK does not export them.
  const comparedWhereUsed = both.flatMap((components) => Object.keys(components).filter(holdsObjects));
  compareOtherFields(comparison, both, ["schemas", ...comparedWhereUsed], { path: ["components"] });
  const [was, is] = [schemasOf(before), schemasOf(after)];
  const added = [...is].filter(([name]) => !was.has(name));
  for (const [name, nodes] of was) {
    if (is.has(name)) continue;
    const [heir, ...others] = added.filter(([, candidate]) => areAlike(nodes, candidate)).map(([other]) => other);
    const fact = { kind: "schema-removed", heir: others.length === 0 ? heir : undefined } as const;
    report(comparison, "breaking", fact, { place: { component: name, path: [] } });
  }
  for (const [name] of added)
    report(comparison, "minor", { kind: "schema-added" }, { place: { component: name, path: [] } });
  const known = new Set(comparison.findings.map(identifyFinding));
  const uncarried = { ...comparison, findings: [] as Finding[] };
  compareUncarried(uncarried, was, is, carried);
  comparison.findings.push(...uncarried.findings.filter((finding) => !known.has(identifyFinding(finding))));
}

/** A change that an operation carries is reported once, at the level that it has there. */
function identifyFinding({ kind, place, subject }: Finding): string {
  return JSON.stringify([kind, place, subject]);
}

type Schemas = ReadonlyMap<string, Nodes>;

/** Their types are exported too: each is judged in the directions in which something contains it, else in both. */
function compareUncarried(comparison: Comparison, was: Schemas, is: Schemas, carried: ReadonlySet<string>): void {
  const [reachBefore, reachAfter] = [findReach(comparison.before), findReach(comparison.after)];
  for (const [name, nodes] of was) {
    const now = is.get(name);
    if (!now || carried.has(name)) continue;
    const carriers = new Set([...(reachBefore.get(name) ?? []), ...(reachAfter.get(name) ?? [])]);
    const used = [...carriers].map((carrier): Direction => (carrier === "request" ? "request" : "response"));
    const openCode = carriers.size === 1 && carriers.has("error");
    for (const direction of new Set<Direction>(used.length > 0 ? used : ["request", "response"])) {
      const inside = {
        ...comparison,
        direction,
        context: undefined,
        visited: new Set<string>(),
        nested: "skip",
      } as const;
      compareInside(inside, nodes, now, { openCode });
    }
  }
}

function schemasOf(revision: Revision): Schemas {
  const names = Object.keys(componentsOf(revision));
  return new Map(names.map((name) => [name, [nodeOfComponent(revision, name)]]));
}
