import type { Finding } from "../../judge/change.ts";
import { type Comparison, report, tryOut } from "../../judge/comparison.ts";
import { areAlike, areUnionsAlike } from "../../read/are-alike.ts";
import { lastStep, quoteStep } from "../../read/place.ts";
import { componentName, type SchemaNode } from "../../read/schema-node.ts";
import type { SchemaView } from "../../read/schema-view.ts";
import type { Branch, Union } from "../../read/union.ts";
import { compareDiscriminators } from "./compare-discriminators.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { compareNullable } from "./compare-types.ts";
import { keepsReads } from "./keeps-reads.ts";
import { matchBranches, nameBranch } from "./match-branches.ts";
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
      if (branch !== became) reportAdded(comparison, sides, isUnion, branch, [before]);
    }
    compareWithBranch(comparison, before, became.narrowed, isUnion);
    return true;
  }
  const remained = wasUnion && findBranch(comparison, after, wasUnion, isUnion, (branch) => [branch.narrowed, after]);
  if (!remained) {
    if (!wasUnion === !isUnion || hasUnion(sides)) return false;
    reportChanged(comparison, sides);
    return true;
  }
  compareNullable(comparison, sides);
  for (const branch of wasUnion.branches) if (branch !== remained) reportRemoved(comparison, sides, wasUnion, branch);
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

/** Records branches that came, went, or changed. */
export function compareUnions(comparison: Comparison, sides: Sides): void {
  const [before, after] = [listUnpaired(sides.before, sides.after), listUnpaired(sides.after, sides.before)];
  const [[was, ...otherWas], [is, ...otherIs]] = [before, after];
  if (!was && !is) return;
  if (!was || !is || otherWas.length + otherIs.length > 0) {
    reportChanged(comparison, sides);
    return;
  }
  const { pairs, removed, added } = matchBranches(was.branches, is.branches);
  for (const branch of removed) reportRemoved(comparison, sides, was, branch);
  const known = was.branches.map(({ narrowed }) => narrowed);
  for (const branch of added) reportAdded(comparison, sides, is, branch, known);
  if (was.keyword !== is.keyword) {
    const { subject, quoted } = subjectOf(sides, is);
    const message = `${quoted} is ${is.keyword} instead of ${was.keyword} of its branches.`;
    const levels =
      is.keyword === "anyOf"
        ? ({ request: "minor", response: "widening" } as const)
        : ({ request: "breaking", response: "minor" } as const);
    report(comparison, levels, {
      kind: "union-keyword-changed",
      place: sides.place,
      subject,
      message,
    });
  }
  compareDiscriminators(comparison, sides, { was, is, pairs });
  const isNarrowedOnce = (was.discriminator === undefined) !== (is.discriminator === undefined);
  for (const [old, now] of pairs) {
    if (isNarrowedOnce) compareSchemas(comparison, old.narrowed, now.narrowed);
    else compareSchemas(comparison, old.nodes, now.nodes);
  }
}

/** The unions of the one side that the other does not have in the same shape; a schema has one as a rule. */
function listUnpaired({ unions }: SchemaView, other: SchemaView): readonly Union[] {
  if (unions.length === 1 && other.unions.length === 1) return unions;
  return unions.filter((union) => !other.unions.some((candidate) => areUnionsAlike(union, candidate)));
}

function reportChanged(comparison: Comparison, sides: Sides): void {
  const { subject, quoted } = subjectOf(sides);
  const message = `The alternatives of ${quoted} are not the ones before: read both revisions.`;
  report(comparison, "breaking", { kind: "union-changed", place: sides.place, subject, message });
}

function reportRemoved(comparison: Comparison, sides: Sides, union: Union, branch: Branch): void {
  const name = nameBranch(branch);
  const advice =
    comparison.direction === "request"
      ? "send another one"
      : "it does not come any more, so delete the code that handles it";
  const message = `The branch \`${name}\`${told(union, branch)} of ${subjectOf(sides, union).quoted} is gone: ${advice}.`;
  report(comparison, "breaking", { kind: "branch-removed", place: sides.place, subject: name, message });
}

/** `known`: what could come before. What each of these has is read without telling them apart. */
function reportAdded(
  comparison: Comparison,
  sides: Sides,
  union: Union,
  branch: Branch,
  known: readonly Nodes[],
): void {
  const name = nameBranch(branch);
  const isKept = comparison.direction === "request" || keepsReads(comparison, known, branch.narrowed);
  const tell = union.discriminator === undefined ? "tell the branches apart" : `ask for \`${union.discriminator}\``;
  const advice = isKept
    ? ": handle it where you tell the branches apart"
    : `, and lacks what could be read of any before: ${tell} before you read the rest`;
  const says = comparison.direction === "request" ? "" : advice;
  const message = `The branch \`${name}\`${told(union, branch)} of ${subjectOf(sides, union).quoted} is new${says}.`;
  const levels = { request: "minor", response: isKept ? "widening" : "breaking" } as const;
  report(comparison, levels, { kind: "branch-added", place: sides.place, subject: name, message });
}

function told({ discriminator }: Union, { values }: Branch): string {
  return discriminator === undefined || values.length === 0 ? "" : ` (${discriminator} ${values.join(" or ")})`;
}

/** The union's own name, if it has one, or the place where it stands. */
function subjectOf({ place }: Sides, union?: Union): { readonly subject: string; readonly quoted: string } {
  const own = place.component === undefined && place.path.length === 0 ? union?.place : undefined;
  const named = own?.component !== undefined && own.path.length === 1 ? { component: own.component, path: [] } : place;
  return { subject: lastStep(named), quoted: quoteStep(named) };
}
