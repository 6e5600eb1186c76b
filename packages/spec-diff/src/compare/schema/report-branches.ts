import { type Comparison, report, reportAsking, WIDER } from "../../judge/comparison.ts";
import type { When } from "../../facts/parts.ts";
import { lastStep, type Place } from "../../read/place.ts";
import { viewSchemas } from "../../read/schema-view.ts";
import type { Branch, Union } from "../../read/union.ts";
import { nameBranch } from "./match-branches.ts";
import type { Sides } from "./sides.ts";

/** Records that a schema has other unions than before, and none is known to continue another one. */
export function reportUnionChanged(comparison: Comparison, { before, after, place }: Sides): void {
  const [was, is] = [before, after].map(({ unions }) => unions.map(nameBranches)) as [string[][], string[][]];
  report(comparison, "breaking", { kind: "union-changed", was, is, direction: comparison.direction }, { place });
}

/** Records that a plain schema became a union; what differs in each of its branches is recorded apart. */
export function reportBecameUnion(comparison: Comparison, { place }: Sides, is: Union): void {
  const union = placeOfUnion(place, is);
  const said = { union, branches: nameBranches(is), discriminator: is.discriminator };
  reportAsking(comparison, WIDER, { kind: "became-union", ...said }, { place, subject: lastStep(union) });
}

/** Records that a union became a plain schema; what differs from each of its branches is recorded apart. */
export function reportBecamePlain(comparison: Comparison, { place }: Sides, union: Union): void {
  report(comparison, "minor", { kind: "became-plain", branches: nameBranches(union) }, { place });
}

/** `others`: the branches that its values may be of now; `sure`: no value of the branch is allowed any more. */
export function reportBranchRemoved(
  comparison: Comparison,
  { place }: Sides,
  union: Union,
  branch: Branch,
  others: readonly Branch[] | "sure",
): void {
  const isSure = others === "sure";
  const own = isSure ? [] : listOwn(branch, others);
  const fact = { kind: "branch-removed", ...about(place, union, branch), isSure, own } as const;
  report(comparison, "breaking", { ...fact, direction: comparison.direction }, { place, subject: nameBranch(branch) });
}

/** The properties that none of the others has. */
function listOwn({ nodes }: Branch, others: readonly Branch[]): string[] {
  const known = others.map((other) => viewSchemas(other.nodes).properties);
  return [...viewSchemas(nodes).properties.keys()].filter((name) => !known.some((properties) => properties.has(name)));
}

/** `keepsReads`: whether it has what could be read of every branch before. */
export function reportBranchAdded(
  comparison: Comparison,
  { place }: Sides,
  union: Union,
  branch: Branch,
  keepsReads: boolean,
): void {
  const isOdd = comparison.direction === "response" && !keepsReads;
  const fact = { kind: "branch-added", ...about(place, union, branch), isOdd } as const;
  reportAsking(comparison, isOdd ? "breaking" : WIDER, fact, { place, subject: nameBranch(branch) });
}

function nameBranches({ branches }: Union): string[] {
  return branches.map(nameBranch);
}

function about(place: Place, union: Union, { values }: Branch): { readonly union: Place; readonly when: When } {
  const { discriminator } = union;
  const when = { ...(discriminator !== undefined && { property: discriminator }), values };
  return { union: placeOfUnion(place, union), when };
}

/** The component that the union is, where the place is the part of an operation that refers to it; else the place. */
export function placeOfUnion(place: Place, union: Union): Place {
  const own = place.component === undefined && place.path.length === 0 ? union.place : undefined;
  return own?.component !== undefined && own.path.length === 1 ? { component: own.component, path: [] } : place;
}
