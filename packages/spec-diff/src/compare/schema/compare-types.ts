import { type Comparison, quoteAll, report } from "../../judge/comparison.ts";
import { capitalize, lastStep, quoteStep } from "../../read/place.ts";
import type { SchemaView } from "../../read/schema-view.ts";
import type { Sides } from "./sides.ts";

/** Records differences in type and nullability. Returns false where nothing further can be compared. */
export function compareTypes(comparison: Comparison, { before, after, place }: Sides): boolean {
  const [subject, quoted] = [lastStep(place), quoteStep(place)];
  const kind = "type-changed";
  if (before.never !== after.never) {
    const message = capitalize(
      `${quoted} ${after.never ? "takes no value any more: leave it out" : "takes values now"}.`,
    );
    report(comparison, after.never ? "breaking" : { request: "minor", response: "breaking" }, {
      kind,
      place,
      subject,
      message,
    });
    return false;
  }
  const [was, is] = [before.types, after.types];
  compareNullable(comparison, { before, after, place });
  // A union has the types of its branches, which are compared one by one.
  if ((!was && isSpecific(before)) || (!is && isSpecific(after)) || (!was && !is)) return true;
  const lost = was ? [...was].filter((type) => !is || !covers(is, type)) : [];
  const gained = is ? [...is].filter((type) => !was || !covers(was, type)) : [];
  if (was && is && lost.length === 0 && gained.length === 0) return true;
  const message = capitalize(`${quoted} is ${nameTypes(is)} instead of ${nameTypes(was)}${advise(comparison, is)}.`);
  report(comparison, levelOf(was, is, lost, gained), { kind, place, subject, message });
  return Boolean(was && is && [...was].some((type) => covers(is, type) || (type === "number" && is.has("integer"))));
}

/** Records that null came or went. */
export function compareNullable(comparison: Comparison, { before, after, place }: Sides): void {
  if (!isSpecific(before) || !isSpecific(after) || before.nullable === after.nullable) return;
  const [subject, quoted] = [lastStep(place), capitalize(quoteStep(place))];
  const isRequest = comparison.direction === "request";
  const message = after.nullable
    ? `${quoted} may be null${isRequest ? "" : ": handle null where it is read"}.`
    : `${quoted} is never null now${isRequest ? ": do not send null" : ""}.`;
  const level = after.nullable
    ? ({ request: "minor", response: "breaking" } as const)
    : ({ request: "breaking", response: "minor" } as const);
  report(comparison, level, {
    kind: after.nullable ? "became-nullable" : "became-not-nullable",
    place,
    subject,
    message,
  });
}

function levelOf(was: Types, is: Types, lost: string[], gained: string[]) {
  const loosened = { request: "minor", response: "breaking" } as const;
  if (was && !is) return loosened;
  if (was && lost.length === 0) return loosened;
  // The generated types have `number` for both: a response that promises integers takes nothing away.
  const onlyIntegers = lost.join() === "number" && gained.every((type) => type === "integer") && is?.has("integer");
  return onlyIntegers ? ({ request: "breaking", response: "minor" } as const) : "breaking";
}

/** Whether it is more than `{}`: not every type fits. */
function isSpecific({ types, unions }: SchemaView): boolean {
  return types !== undefined || unions.length > 0;
}

type Types = ReadonlySet<string> | undefined;

function covers(types: ReadonlySet<string>, type: string): boolean {
  return types.has(type) || (type === "integer" && types.has("number"));
}

function advise({ direction }: Comparison, is: Types): string {
  if (direction === "request") return `: send ${is ? nameTypes(is) : "what you like"}`;
  return is ? `: read it as ${nameTypes(is)}` : ": ask for its type before you use it";
}

function nameTypes(types: Types): string {
  return types ? [...types].toSorted().join(" or ") || "null" : "of any type";
}

/** Records differences in the values that are allowed. `open`: any other string is allowed by the types as well. */
export function compareValues(comparison: Comparison, { before, after, place }: Sides, open: boolean): void {
  const [subject, quoted] = [lastStep(place), quoteStep(place)];
  const [was, is] = [before.values, after.values];
  if (!was && !is) return;
  if (!was || !is) {
    const kind = is ? "enum-introduced" : "enum-dropped";
    const message = is
      ? `${capitalize(quoted)} is one of ${quoteValues(is)} now; no other value is allowed${comparison.direction === "request" ? ": send one of them" : ""}.`
      : `${capitalize(quoted)} may be any value now, not only ${quoteValues(was ?? [])}${comparison.direction === "request" || open ? "" : ": handle the others"}.`;
    const dropped = { request: "minor", response: open ? "minor" : "breaking" } as const;
    report(comparison, is ? { request: "breaking", response: "minor" } : dropped, { kind, place, subject, message });
    return;
  }
  for (const value of was) {
    if (is.has(value)) continue;
    const message = `The value \`${readable(value)}\` of ${quoted} is gone: remove it from your code.`;
    report(comparison, "breaking", { kind: "enum-value-removed", place, subject: readable(value), message });
  }
  for (const value of is) {
    if (was.has(value)) continue;
    const isResponse = comparison.direction === "response" && !open;
    const message = `The value \`${readable(value)}\` of ${quoted} is new${isResponse ? ": add it to your switches over it" : ""}.`;
    const levels = { request: "minor", response: open ? "minor" : "widening" } as const;
    report(comparison, levels, { kind: "enum-value-added", place, subject: readable(value), message });
  }
}

function readable(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === "string" ? value : json;
}

function quoteValues(values: Iterable<string>): string {
  return quoteAll([...values].map(readable));
}
