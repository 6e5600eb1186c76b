import { type Comparison, type Levels, LOOSER, report, reportAsking, STRICTER, WIDER } from "../../judge/comparison.ts";
import { nameValue } from "../../read/constant-of.ts";
import type { SchemaView } from "../../read/schema-view.ts";
import type { Sides } from "./sides.ts";

/** Records differences in type and nullability. Returns false where nothing further can be compared. */
export function compareTypes(comparison: Comparison, sides: Sides): boolean {
  const { before, after, place } = sides;
  if (before.never !== after.never) {
    const fact = { kind: "never-changed", isNever: after.never } as const;
    reportAsking(comparison, after.never ? "breaking" : LOOSER, fact, { place });
    return false;
  }
  const [was, is] = [before.types, after.types];
  compareNullable(comparison, sides);
  // A union has the types of its branches, which are compared one by one.
  if ((!was && isSpecific(before)) || (!is && isSpecific(after)) || (!was && !is)) return true;
  const lost = was ? [...was].filter((type) => !is || !covers(is, type)) : [];
  const gained = is ? [...is].filter((type) => !was || !covers(was, type)) : [];
  if (was && is && lost.length === 0 && gained.length === 0) return true;
  const [old, now] = [was && [...was], is && [...is]];
  const fact = { kind: "type-changed", was: old, is: now, direction: comparison.direction } as const;
  report(comparison, levelOf(was, is, lost, gained), fact, { place });
  return Boolean(was && is && [...was].some((type) => covers(is, type) || (type === "number" && is.has("integer"))));
}

/** Records that null is allowed now, or no longer. */
export function compareNullable(comparison: Comparison, { before, after, place }: Sides): void {
  if (!isSpecific(before) || !isSpecific(after) || before.nullable === after.nullable) return;
  const kind = after.nullable ? "became-nullable" : "became-not-nullable";
  reportAsking(comparison, after.nullable ? LOOSER : STRICTER, { kind }, { place });
}

function levelOf(was: Types, is: Types, lost: string[], gained: string[]): Levels {
  if (was && (!is || lost.length === 0)) return LOOSER;
  // The generated types have `number` for both, and a response that promises integers still gives what it gave.
  const isOnlyIntegers = lost.join() === "number" && gained.every((type) => type === "integer") && is?.has("integer");
  return isOnlyIntegers ? STRICTER : "breaking";
}

/** Whether it is more than `{}`: not every type fits. */
function isSpecific({ types, unions }: SchemaView): boolean {
  return types !== undefined || unions.length > 0;
}

type Types = ReadonlySet<string> | undefined;

function covers(types: ReadonlySet<string>, type: string): boolean {
  return types.has(type) || (type === "integer" && types.has("number"));
}

/** Records differences in the values that are allowed. `open`: the types allow any other string as well. */
export function compareValues(comparison: Comparison, { before, after, place }: Sides, open: boolean): void {
  const [was, is] = [before.values, after.values];
  if (!was && !is) return;
  if (!was || !is) {
    const kind = is ? "enum-introduced" : "enum-dropped";
    const levels = is ? STRICTER : open ? "minor" : LOOSER;
    const values = [...(was ?? is ?? [])].map(nameValue);
    reportAsking(comparison, levels, { kind, values }, { place });
    return;
  }
  for (const value of was) {
    const at = { place, subject: nameValue(value) };
    if (!is.has(value)) report(comparison, "breaking", { kind: "enum-value-removed" }, at);
  }
  for (const value of is) {
    const at = { place, subject: nameValue(value) };
    if (!was.has(value)) reportAsking(comparison, open ? "minor" : WIDER, { kind: "enum-value-added" }, at);
  }
}
