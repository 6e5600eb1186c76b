import { type Comparison, report, tryOut } from "../../judge/comparison.ts";
import { describeSchemas } from "../../read/describe-schemas.ts";
import { componentName, type SchemaNode } from "../../read/schema-node.ts";
import type { SchemaView } from "../../read/schema-view.ts";
import type { Branch, Union } from "../../read/union.ts";
import { compareDiscriminators } from "./compare-discriminators.ts";
import { compareSchemas } from "./compare-schemas.ts";
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
    for (const branch of isUnion.branches) if (branch !== became) reportAdded(comparison, sides, isUnion, branch);
    compareSchemas(comparison, before, became.narrowed);
    return true;
  }
  const remained = wasUnion && findBranch(comparison, after, wasUnion, isUnion, (branch) => [branch.narrowed, after]);
  if (!remained) {
    if (!wasUnion === !isUnion || hasUnion(sides)) return false;
    reportChanged(comparison, sides);
    return true;
  }
  for (const branch of wasUnion.branches) if (branch !== remained) reportRemoved(comparison, sides, wasUnion, branch);
  compareSchemas(comparison, remained.narrowed, after);
  return true;
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
  const shape = describeSchemas(whole);
  const same = union.branches.find((branch) => describeSchemas(branch.nodes) === shape);
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
  for (const branch of added) reportAdded(comparison, sides, is, branch);
  if (was.keyword !== is.keyword) {
    const message = `\`${subjectOf(sides)}\` is ${is.keyword} instead of ${was.keyword} of its branches.`;
    const levels =
      is.keyword === "anyOf"
        ? ({ request: "minor", response: "widening" } as const)
        : ({ request: "breaking", response: "minor" } as const);
    report(comparison, levels, {
      kind: "union-keyword-changed",
      place: sides.place,
      subject: subjectOf(sides),
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
  const known = new Set(other.unions.map(describeUnion));
  return unions.filter((union) => !known.has(describeUnion(union)));
}

function describeUnion({ branches, keyword, discriminator }: Union): string {
  const described = branches.map(({ nodes, values }) => JSON.stringify([describeSchemas(nodes), values.toSorted()]));
  return JSON.stringify([keyword, discriminator, described.toSorted()]);
}

function reportChanged(comparison: Comparison, sides: Sides): void {
  const subject = subjectOf(sides);
  const message = `The alternatives of \`${subject}\` are not the ones before: read both revisions.`;
  report(comparison, "breaking", { kind: "union-changed", place: sides.place, subject, message });
}

function reportRemoved(comparison: Comparison, sides: Sides, union: Union, branch: Branch): void {
  const name = nameBranch(branch);
  const advice = comparison.direction === "request" ? "it is not accepted any more" : "it does not come any more";
  const message = `The branch \`${name}\`${told(union, branch)} of \`${subjectOf(sides)}\` is gone: ${advice}.`;
  report(comparison, "breaking", { kind: "branch-removed", place: sides.place, subject: name, message });
}

function reportAdded(comparison: Comparison, sides: Sides, union: Union, branch: Branch): void {
  const name = nameBranch(branch);
  const advice = comparison.direction === "request" ? "" : ": handle it where you tell the branches apart";
  const message = `The branch \`${name}\`${told(union, branch)} of \`${subjectOf(sides)}\` is new${advice}.`;
  const levels = { request: "minor", response: "widening" } as const;
  report(comparison, levels, { kind: "branch-added", place: sides.place, subject: name, message });
}

function told({ discriminator }: Union, { values }: Branch): string {
  return discriminator === undefined || values.length === 0 ? "" : ` (${discriminator} ${values.join(" or ")})`;
}

function subjectOf({ place }: Sides): string {
  return place.path.at(-1) ?? place.component ?? "the body";
}
