import { type Comparison, levelIn, report, STRICTER, WIDER } from "../../judge/comparison.ts";
import { areUnionsAlike } from "../../read/are-alike.ts";
import { lastStep } from "../../read/place.ts";
import type { SchemaView } from "../../read/schema-view.ts";
import type { Branch, Union } from "../../read/union.ts";
import { reportMoved } from "./compare-cases.ts";
import { compareDiscriminators } from "./compare-discriminators.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { keepsReads } from "./keeps-reads.ts";
import { matchBranches, nameBranch } from "./match-branches.ts";
import { reportBranchAdded, reportBranchRemoved, placeOfUnion, reportUnionChanged } from "./report-branches.ts";
import type { Sides } from "./sides.ts";
import { stillAllowed, distinguishBranch } from "./distinguish-branch.ts";

/** Records branches that are new, gone, or changed. */
export function compareUnions(comparison: Comparison, sides: Sides): void {
  const [before, after] = [listUnpaired(sides.before, sides.after), listUnpaired(sides.after, sides.before)];
  const [[was, ...otherWas], [is, ...otherIs]] = [before, after];
  if (!was && !is) return;
  if (!was || !is || otherWas.length + otherIs.length > 0) {
    reportUnionChanged(comparison, sides);
    return;
  }
  const { pairs, removed, added } = matchBranches(was.branches, is.branches);
  for (const branch of removed) compareRemoved(comparison, sides, was, is, branch);
  const known = was.branches.map(({ narrowed }) => narrowed);
  for (const branch of added)
    reportBranchAdded(comparison, sides, is, branch, keepsReads(comparison, known, branch.narrowed));
  if (was.keyword !== is.keyword) {
    const union = placeOfUnion(sides.place, is);
    const levels = is.keyword === "anyOf" ? WIDER : STRICTER;
    const asks = levelIn(comparison, levels) === "breaking" ? comparison.direction : undefined;
    const fact = { kind: "union-keyword-changed", union, was: was.keyword, is: is.keyword, asks } as const;
    report(comparison, levels, fact, { place: sides.place, subject: lastStep(union) });
  }
  compareDiscriminators(comparison, sides, { was, is, pairs });
  const isNarrowedOnce = (was.discriminator === undefined) !== (is.discriminator === undefined);
  for (const [old, now] of pairs) {
    if (isNarrowedOnce) compareSchemas(comparison, old.narrowed, now.narrowed);
    else compareSchemas(comparison, old.nodes, now.nodes);
  }
}

/** A branch that is gone: its values may belong to another branch now, or to none, or that is unknown. */
function compareRemoved(comparison: Comparison, sides: Sides, was: Union, is: Union, branch: Branch): void {
  const when = distinguishBranch(was, branch);
  const heirs = is.branches.map((heir) => ({ heir, values: when && stillAllowed(when, heir.narrowed) }));
  const found = heirs.filter(({ values }) => values && values.length > 0);
  if (when && found.length > 0) {
    for (const { heir, values = [] } of found) {
      const about = { kind: "branch-merged", place: sides.place, when: { ...when, values } } as const;
      reportMoved(comparison, { ...about, branch: branch.nodes, heir: heir.nodes, name: nameBranch(heir) });
    }
    return;
  }
  const isSure = heirs.every(({ values }) => values);
  reportBranchRemoved(comparison, sides, was, branch, isSure ? "sure" : is.branches);
}

/** The unions of one side that the other side does not have in the same shape; a schema usually has one union. */
function listUnpaired({ unions }: SchemaView, other: SchemaView): readonly Union[] {
  if (unions.length === 1 && other.unions.length === 1) return unions;
  return unions.filter((union) => !other.unions.some((candidate) => areUnionsAlike(union, candidate)));
}
