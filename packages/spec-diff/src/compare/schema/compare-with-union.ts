import type { Finding } from "../../judge/change.ts";
import { type Comparison, isSpent, report, tryOut } from "../../judge/comparison.ts";
import { areAlike } from "../../read/are-alike.ts";
import { lastStep } from "../../read/place.ts";
import { componentName, type Nodes } from "../../read/schema-node.ts";
import type { SchemaView } from "../../read/schema-view.ts";
import type { Branch, Union } from "../../read/union.ts";
import { compareCase, reportMoved } from "./compare-cases.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { compareNullable } from "./compare-types.ts";
import { keepsReads } from "./keeps-reads.ts";
import { reportBecamePlain, reportBecameUnion, reportBranchAdded, reportBranchRemoved } from "./report-branches.ts";
import type { Sides } from "./sides.ts";
import { stillAllowed, distinguishBranch, distinguishOrName, valuesOf } from "./distinguish-branch.ts";

/**
 * Compares a schema that became a union, or the reverse, with the union's branches one by one. Returns false if the
 * two have to be compared as they are.
 */
export function compareWithUnion(comparison: Comparison, sides: Sides): boolean {
  const { was, is } = sides;
  const [wasUnion, isUnion] = [bareUnion(sides.before), bareUnion(sides.after)];
  const became = isUnion && findBranch(comparison, was, isUnion, wasUnion, (branch) => [was, branch.narrowed]);
  const remained =
    !became && wasUnion && findBranch(comparison, is, wasUnion, isUnion, (branch) => [branch.narrowed, is]);
  const isSplit = isUnion && (became || (!wasUnion && hasProperties(sides.before)));
  const isMerged = wasUnion && (remained || (!isUnion && hasProperties(sides.after)));
  if (!isSplit && !isMerged) return false;
  compareNullable(comparison, sides);
  if (isSplit) compareSplit(comparison, sides, isUnion, holds(comparison, was, became) ? became : undefined);
  else if (isMerged) compareMerged(comparison, sides, wasUnion, remained || undefined);
  return true;
}

/**
 * Whether a branch is the former schema, so that only the other branches are new. A response is otherwise compared case
 * by case; a request may continue as the one branch that accepts it.
 */
function holds(comparison: Comparison, before: Nodes, branch: Branch | undefined): branch is Branch {
  if (!branch) return false;
  const isSame = branch.name !== undefined && branch.name === componentName(before);
  return isSame || comparison.direction === "request" || areAlike(branch.nodes, before);
}

/** A schema became a union: each of its cases is compared with its new branch. */
function compareSplit(comparison: Comparison, sides: Sides, union: Union, became: Branch | undefined): void {
  const { was } = sides;
  if (!became) reportBecameUnion(comparison, sides, union);
  const moved = new Set<string>();
  for (const branch of union.branches) {
    if (branch === became) continue;
    const when = distinguishOrName(union, branch);
    const values = stillAllowed(when, was) ?? (became ? [] : when.values);
    for (const value of values) moved.add(value);
    const isMoved = values.length > 0;
    const findings = isMoved ? compareCase(comparison, { ...when, values }, was, branch.narrowed) : [];
    // A response with everything that it had before is still a new case to handle.
    const isNew = !isMoved || (became && comparison.direction === "response");
    if (isNew) reportBranchAdded(comparison, sides, union, branch, keepsReads(comparison, [was], branch.narrowed));
    else comparison.findings.push(...findings);
  }
  if (became) compareWithBranch(comparison, was, became.narrowed, moved, union);
  else reportLostCases(comparison, sides, union);
}

/** Values that distinguished the cases and lead to no branch. */
function reportLostCases(comparison: Comparison, { was, place }: Sides, union: Union): void {
  const { discriminator } = union;
  if (discriminator === undefined) return;
  const known = new Set(union.branches.flatMap((branch) => distinguishBranch(union, branch)?.values ?? []));
  for (const value of valuesOf(was, discriminator) ?? []) {
    const at = { place, subject: value };
    if (!known.has(value)) report(comparison, "breaking", { kind: "enum-value-removed", of: discriminator }, at);
  }
}

/** A union became a schema: each of its branches is compared with the schema, for its own cases. */
function compareMerged(comparison: Comparison, sides: Sides, union: Union, remained: Branch | undefined): void {
  const { is, place } = sides;
  if (!remained) reportBecamePlain(comparison, sides, union);
  const moved = new Set<string>();
  for (const branch of union.branches) {
    if (branch === remained) continue;
    const when = distinguishBranch(union, branch);
    const values = when && stillAllowed(when, is);
    if (when && values && values.length > 0) {
      for (const value of values) moved.add(value);
      const about = { kind: "branch-merged", place, when: { ...when, values } } as const;
      reportMoved(comparison, { ...about, branch: branch.nodes, heir: is, name: componentName(is) });
    } else if (remained || values) {
      reportBranchRemoved(comparison, sides, union, branch, values ? "sure" : [remained ?? branch]);
    } else comparison.findings.push(...compareCase(comparison, distinguishOrName(union, branch), branch.nodes, is));
  }
  if (remained) compareWithBranch(comparison, remained.narrowed, is, moved, union);
}

/** A value that another branch of the union has is neither new nor gone: it moved there. */
function compareWithBranch(
  comparison: Comparison,
  before: Nodes,
  after: Nodes,
  moved: ReadonlySet<string>,
  { discriminator }: Union,
): void {
  const inside = { ...comparison, findings: [] as Finding[] };
  compareSchemas(inside, before, after);
  const isMoved = ({ kind, place, subject }: Finding) =>
    /^enum-value-(?:added|removed)$/.test(kind) && lastStep(place) === discriminator && moved.has(subject);
  comparison.findings.push(...inside.findings.filter((finding) => !isMoved(finding)));
}

/** The union of a schema that is only a union. */
function bareUnion({ unions, properties, types, values }: SchemaView): Union | undefined {
  const isObject = !types || [...types].join() === "object";
  return unions.length === 1 && properties.size === 0 && isObject && !values ? unions[0] : undefined;
}

/** Whether it is an object with properties, and not also a union. */
function hasProperties({ unions, properties }: SchemaView): boolean {
  return unions.length === 0 && properties.size > 0;
}

/** The branch that is the whole schema: by name, by shape, or because no difference between them breaks code. */
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
      return !isSpent(trial) && trial.findings.every(({ level }) => level !== "breaking");
    })
  );
}
