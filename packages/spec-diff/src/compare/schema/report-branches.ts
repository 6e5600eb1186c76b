import { type Comparison, report } from "../../judge/comparison.ts";
import { lastStep, quoteStep } from "../../read/place.ts";
import type { Branch, Union } from "../../read/union.ts";
import { nameBranch } from "./match-branches.ts";
import type { Sides } from "./sides.ts";

export function reportUnionChanged(comparison: Comparison, sides: Sides): void {
  const { subject, quoted } = subjectOf(sides);
  const message = `The alternatives of ${quoted} are not the ones before: read both revisions.`;
  report(comparison, "breaking", { kind: "union-changed", place: sides.place, subject, message });
}

export function reportBranchRemoved(comparison: Comparison, sides: Sides, union: Union, branch: Branch): void {
  const name = nameBranch(branch);
  const advice =
    comparison.direction === "request"
      ? "send another one"
      : "it does not come any more, so delete the code that handles it";
  const message = `The branch \`${name}\`${told(union, branch)} of ${subjectOf(sides, union).quoted} is gone: ${advice}.`;
  report(comparison, "breaking", { kind: "branch-removed", place: sides.place, subject: name, message });
}

/** `keepsReads`: whether it has what could be read of any branch before, without telling them apart. */
export function reportBranchAdded(
  comparison: Comparison,
  sides: Sides,
  union: Union,
  branch: Branch,
  keepsReads: boolean,
): void {
  const name = nameBranch(branch);
  const isKept = comparison.direction === "request" || keepsReads;
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
export function subjectOf({ place }: Sides, union?: Union): { readonly subject: string; readonly quoted: string } {
  const own = place.component === undefined && place.path.length === 0 ? union?.place : undefined;
  const named = own?.component !== undefined && own.path.length === 1 ? { component: own.component, path: [] } : place;
  return { subject: lastStep(named), quoted: quoteStep(named) };
}
