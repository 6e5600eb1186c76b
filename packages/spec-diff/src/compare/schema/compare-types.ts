import { type Comparison, quoteAll, report } from "../../judge/comparison.ts";
import { capitalize, lastStep, quoteStep } from "../../read/place.ts";
import type { SchemaView } from "../../read/schema-view.ts";
import type { Sides } from "./sides.ts";

/** Records differences in type and nullability. Returns false where nothing further can be compared. */
export function compareTypes(comparison: Comparison, { before, after, place }: Sides): boolean {
  const [subject, quoted] = [lastStep(place), quoteStep(place)];
  const kind = "type-changed";
  if (before.never !== after.never) {
    const fact = capitalize(`${quoted} ${after.never ? "no longer takes a value" : "takes values now"}`);
    const isSent = comparison.direction === "request";
    const advice = after.never ? (isSent ? "leave it out" : "stop reading it") : isSent ? undefined : "handle them";
    report(comparison, after.never ? "breaking" : { request: "minor", response: "breaking" }, {
      kind,
      place,
      subject,
      fact,
      advice,
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
  const fact = capitalize(`${quoted} is ${nameTypes(is)} instead of ${nameTypes(was)}`);
  const advice = advise(comparison, is);
  report(comparison, levelOf(was, is, lost, gained), { kind, place, subject, fact, advice });
  return Boolean(was && is && [...was].some((type) => covers(is, type) || (type === "number" && is.has("integer"))));
}

/** Records that null came or went. */
export function compareNullable(comparison: Comparison, { before, after, place }: Sides): void {
  if (!isSpecific(before) || !isSpecific(after) || before.nullable === after.nullable) return;
  const [subject, quoted] = [lastStep(place), capitalize(quoteStep(place))];
  const isRequest = comparison.direction === "request";
  const fact = after.nullable ? `${quoted} may be null` : `${quoted} is never null now`;
  const asked = after.nullable ? "handle null where it is read" : "do not send null";
  const level = after.nullable
    ? ({ request: "minor", response: "breaking" } as const)
    : ({ request: "breaking", response: "minor" } as const);
  report(comparison, level, {
    kind: after.nullable ? "became-nullable" : "became-not-nullable",
    place,
    subject,
    fact,
    advice: after.nullable === isRequest ? undefined : asked,
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
  if (direction === "request") return `send ${is ? nameTypes(is) : "what you like"}`;
  return is ? `read it as ${nameTypes(is)}` : "check its type before you use it";
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
    const isRequest = comparison.direction === "request";
    const fact = is
      ? `${capitalize(quoted)} is one of ${quoteValues(is)} now, and no other value is allowed`
      : `${capitalize(quoted)} may be any value now, not only ${quoteValues(was ?? [])}`;
    const asked = is
      ? isRequest
        ? "send one of them"
        : undefined
      : isRequest || open
        ? undefined
        : "handle the others";
    const dropped = { request: "minor", response: open ? "minor" : "breaking" } as const;
    report(comparison, is ? { request: "breaking", response: "minor" } : dropped, {
      kind,
      place,
      subject,
      fact,
      advice: asked,
    });
    return;
  }
  for (const value of was) {
    if (is.has(value)) continue;
    const name = readable(value);
    const fact = `The value \`${name}\` of ${quoted} is gone`;
    const advice = "remove it from your code";
    report(comparison, "breaking", { kind: "enum-value-removed", place, subject: name, of: quoted, fact, advice });
  }
  for (const value of is) {
    if (was.has(value)) continue;
    const isResponse = comparison.direction === "response" && !open;
    const name = readable(value);
    const fact = `The value \`${name}\` of ${quoted} is new`;
    const advice = isResponse ? "add it to your switches over it" : undefined;
    const levels = { request: "minor", response: open ? "minor" : "widening" } as const;
    report(comparison, levels, { kind: "enum-value-added", place, subject: name, of: quoted, fact, advice });
  }
}

function readable(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === "string" ? value : json;
}

function quoteValues(values: Iterable<string>): string {
  return quoteAll([...values].map(readable));
}
