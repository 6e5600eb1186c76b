import { type Comparison, quoteAll, report } from "../../judge/comparison.ts";
import { capitalize, lastStep, quoteStep } from "../../read/place.ts";
import { viewSchemas } from "../../read/schema-view.ts";
import type { Branch, Union } from "../../read/union.ts";
import { nameBranch } from "./match-branches.ts";
import type { Sides } from "./sides.ts";

/** Records that a schema has other unions than before, of which none is known to be another one's heir. */
export function reportUnionChanged(comparison: Comparison, sides: Sides): void {
  const { subject, quoted } = subjectOf(sides);
  const [was, is] = [sides.before, sides.after].map(({ unions }) => unions.map(listBranches).join(", and "));
  const fact = `${capitalize(quoted)} is ${is || "no union"} instead of ${was || "no union"}`;
  const advice = `check which of them you ${comparison.direction === "request" ? "send" : "read"}`;
  report(comparison, "breaking", { kind: "union-changed", place: sides.place, subject, fact, advice });
}

/** Records that a plain schema became a union; what differs in each of its branches is recorded apart. */
export function reportBecameUnion(comparison: Comparison, sides: Sides, union: Union): void {
  const { subject, quoted } = subjectOf(sides, union);
  const by = union.discriminator === undefined ? "" : `, which \`${union.discriminator}\` distinguishes`;
  const fact = `${capitalize(quoted)} is ${listBranches(union)} now${by}`;
  const advice = comparison.direction === "request" ? undefined : "handle each where you distinguish them";
  const levels = { request: "minor", response: "widening" } as const;
  report(comparison, levels, { kind: "became-union", place: sides.place, subject, fact, advice });
}

/** Records that a union became a plain schema; what differs from each of its branches is recorded apart. */
export function reportBecamePlain(comparison: Comparison, sides: Sides, union: Union): void {
  const { subject, quoted } = subjectOf(sides);
  const fact = `${capitalize(quoted)} is one schema now, no longer ${listBranches(union)}`;
  report(comparison, "minor", { kind: "became-plain", place: sides.place, subject, fact });
}

/** `isSure`: no value of the branch is allowed any more. Without it, what it has of its own is named. */
export function reportBranchRemoved(
  comparison: Comparison,
  sides: Sides,
  union: Union,
  branch: Branch,
  rest: readonly Branch[] | "sure",
): void {
  const name = nameBranch(branch);
  const isRequest = comparison.direction === "request";
  const fact = `The branch \`${name}\`${told(union, branch)} of ${subjectOf(sides, union).quoted} is gone`;
  const own = rest === "sure" ? [] : listOwn(branch, rest);
  const only = own.length === 0 ? "" : `, and stop ${isRequest ? "sending" : "reading"} ${quoteAll(own)}`;
  const sure = isRequest ? "send another one" : "delete the code that handles it";
  const unsure = `check what ${isRequest ? "to send" : "comes"} in its place${only}`;
  const advice = rest === "sure" ? sure : unsure;
  report(comparison, "breaking", { kind: "branch-removed", place: sides.place, subject: name, fact, advice });
}

/** The properties that none of the others has. */
function listOwn({ nodes }: Branch, others: readonly Branch[]): string[] {
  const known = others.map((other) => viewSchemas(other.nodes).properties);
  return [...viewSchemas(nodes).properties.keys()].filter((name) => !known.some((properties) => properties.has(name)));
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
  const isRequest = comparison.direction === "request";
  const isKept = isRequest || keepsReads;
  const fact = `The branch \`${name}\`${told(union, branch)} of ${subjectOf(sides, union).quoted} is new`;
  const check = union.discriminator === undefined ? "distinguish the branches" : `check \`${union.discriminator}\``;
  const said = isKept
    ? { fact, advice: isRequest ? undefined : "handle it where you distinguish the branches" }
    : { fact: `${fact}, and lacks what could be read of any before`, advice: `${check} before you read the rest` };
  const levels = { request: "minor", response: isKept ? "widening" : "breaking" } as const;
  report(comparison, levels, { kind: "branch-added", place: sides.place, subject: name, ...said });
}

function listBranches({ branches }: Union): string {
  return `one of ${branches.map((branch) => `\`${nameBranch(branch)}\``).join(", ")}`;
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
