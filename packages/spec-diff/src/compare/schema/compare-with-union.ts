import type { Finding } from "../../judge/change.ts";
import { type Comparison, tryOut } from "../../judge/comparison.ts";
import { areAlike } from "../../read/are-alike.ts";
import { lastStep } from "../../read/place.ts";
import { componentName, type SchemaNode } from "../../read/schema-node.ts";
import type { SchemaView } from "../../read/schema-view.ts";
import type { Branch, Union } from "../../read/union.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { compareNullable } from "./compare-types.ts";
import { keepsReads } from "./keeps-reads.ts";
import { nameBranch } from "./match-branches.ts";
import { reportBranchAdded, reportBranchRemoved, reportUnionChanged } from "./report-branches.ts";
import type { Sides } from "./sides.ts";

type Nodes = readonly SchemaNode[];

/**
 * Compares a schema that became a union holding it, or the reverse, with its own branch. Returns false where the
 * two have to be compared as they stand.
 */
export function compareWithUnion(comparison: Comparison, before: Nodes, after: Nodes, sides: Sides): boolean {
  const [wasUnion, isUnion] = [bareUnion(sides.before), bareUnion(sides.after)];
  const became = isUnion && findBranch(comparison, before, isUnion, wasUnion, (branch) => [before, branch.narrowed]);
  if (became) {
    compareNullable(comparison, sides);
    for (const branch of isUnion.branches) {
      if (branch === became) continue;
      reportBranchAdded(comparison, sides, isUnion, branch, keepsReads(comparison, [before], branch.narrowed));
    }
    compareWithBranch(comparison, before, became.narrowed, isUnion);
    return true;
  }
  const remained = wasUnion && findBranch(comparison, after, wasUnion, isUnion, (branch) => [branch.narrowed, after]);
  if (!remained) {
    if (!wasUnion === !isUnion || hasUnion(sides)) return false;
    reportUnionChanged(comparison, sides);
    return true;
  }
  compareNullable(comparison, sides);
  for (const branch of wasUnion.branches)
    if (branch !== remained) reportBranchRemoved(comparison, sides, wasUnion, branch);
  compareWithBranch(comparison, remained.narrowed, after, wasUnion);
  return true;
}

/** A value that another branch of the union has neither came nor went: it moved there. */
function compareWithBranch(comparison: Comparison, before: Nodes, after: Nodes, union: Union): void {
  const inside = { ...comparison, findings: [] as Finding[] };
  compareSchemas(inside, before, after);
  for (const finding of inside.findings) {
    const { kind, place, subject } = finding;
    const isTold = /^enum-value-(?:added|removed)$/.test(kind) && lastStep(place) === union.discriminator;
    const heir = isTold ? union.branches.find(({ values }) => values.includes(subject)) : undefined;
    if (!heir) comparison.findings.push(finding);
    else if (comparison.direction === "request" && kind === "enum-value-removed") {
      const message = `With \`${subject}\` as \`${union.discriminator}\` it is \`${nameBranch(heir)}\` now: send what that asks for.`;
      comparison.findings.push({ ...finding, message });
    }
  }
}

/** The union that a schema is and nothing else besides. */
function bareUnion({ unions, properties, types, values }: SchemaView): Union | undefined {
  const isObject = !types || [...types].join() === "object";
  return unions.length === 1 && properties.size === 0 && isObject && !values ? unions[0] : undefined;
}

/** Whether each side has a union, though perhaps not as all that it is. */
function hasUnion({ before, after }: Sides): boolean {
  return before.unions.length > 0 && after.unions.length > 0;
}

/** The branch that a whole schema is: by name, by shape, or because nothing that breaks lies between them. */
function findBranch(
  comparison: Comparison,
  whole: Nodes,
  union: Union,
  otherUnion: Union | undefined,
  inOrder: (branch: Branch) => [Nodes, Nodes],
): Branch | undefined {
  const name = componentName(whole);
  const named = union.branches.find((branch) => name !== undefined && branch.name === name);
  if (named || otherUnion) return named;
  const same = union.branches.find((branch) => areAlike(branch.nodes, whole));
  return (
    same ??
    union.branches.find((branch) => {
      const trial = tryOut(comparison);
      compareSchemas(trial, ...inOrder(branch));
      return trial.findings.every(({ level }) => level !== "breaking");
    })
  );
}
