import { type Comparison, report } from "../../judge/comparison.ts";
import { areAlike } from "../../read/are-alike.ts";
import { within } from "../../read/place.ts";
import type { SchemaNode } from "../../read/schema-node.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Sides } from "./sides.ts";

/** Records properties that came, went, or changed; `openCode`: `code` takes any other string as well. */
export function compareProperties(comparison: Comparison, sides: Sides, openCode: boolean): void {
  const { before, after } = sides;
  for (const [name, nodes] of before.properties) {
    const now = after.properties.get(name);
    if (!now) {
      reportRemoved(comparison, sides, name, nodes);
      continue;
    }
    compareRequired(comparison, sides, name, nodes);
    compareSchemas(comparison, nodes, now, openCode && name === "code" ? { open: true } : {});
  }
  for (const [name, nodes] of after.properties) {
    if (!before.properties.has(name)) reportAdded(comparison, sides, name, nodes);
  }
  compareUndeclared(comparison, sides);
}

/** Records names that are required without being declared: what is sent or comes under them may be anything. */
function compareUndeclared(comparison: Comparison, { before, after, place }: Sides): void {
  const isDeclared = (name: string) => before.properties.has(name) || after.properties.has(name);
  for (const name of new Set([...before.required, ...after.required])) {
    if (isDeclared(name) || before.required.has(name) === after.required.has(name)) continue;
    const isAdded = after.required.has(name);
    const levels = isAdded
      ? ({ request: "breaking", response: "minor" } as const)
      : ({ request: "minor", response: "breaking" } as const);
    const isSent = comparison.direction === "request";
    const says = isAdded
      ? `is required now${isSent ? ": send it" : ""}`
      : `is not required any more${isSent ? "" : ": handle undefined"}`;
    const message = `The undeclared property \`${name}\` ${says}.`;
    const kind = isAdded ? "required-property-added" : "property-became-optional";
    report(comparison, levels, { kind, place: within(place, name), subject: name, message });
  }
}

function reportRemoved(
  comparison: Comparison,
  { before, after }: Sides,
  name: string,
  nodes: readonly SchemaNode[],
): void {
  const place = placeOfProperty(nodes, name);
  const [gone, come] = [
    [...before.properties].filter(([other, was]) => !after.properties.has(other) && areAlike(was, nodes)),
    [...after.properties].filter(([other, is]) => !before.properties.has(other) && areAlike(nodes, is)),
  ];
  const [heir] = findHeirs(
    name,
    gone.map(([other]) => other),
    come.map(([other]) => other),
  );
  const advice = comparison.direction === "request" ? "stop sending it" : "stop reading it";
  const message = heir
    ? `The property \`${name}\` is gone; \`${heir}\`, which is new, has the same shape: if it is its new name, use that, else ${advice}.`
    : `The property \`${name}\` is gone: ${advice}.`;
  report(comparison, "breaking", { kind: "property-removed", place, subject: name, message });
}

/** Seen from both sides: one alone is gone with this shape and one alone came, by all names or by those that share a word. */
function findHeirs(name: string, gone: readonly string[], come: readonly string[]): readonly string[] {
  if (gone.length === 1 && come.length === 1) return come;
  const heirs = come.filter((other) => sharesWord(name, other));
  const [heir] = heirs;
  const rivals = gone.filter((other) => heir !== undefined && sharesWord(other, heir));
  return heirs.length === 1 && rivals.length === 1 ? heirs : [];
}

function sharesWord(one: string, other: string): boolean {
  const known = new Set(listWords(one));
  return listWords(other).some((word) => known.has(word));
}

function listWords(name: string): string[] {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])|[_-]/).map((word) => word.toLowerCase());
}

function reportAdded(
  comparison: Comparison,
  { before, after }: Sides,
  name: string,
  nodes: readonly SchemaNode[],
): void {
  const place = placeOfProperty(nodes, name);
  const isRequired = after.required.has(name);
  const isRequest = comparison.direction === "request";
  const isDemand = isRequired && isRequest;
  // Generated types let an object of which nothing is said have any property, and one that has some those alone.
  const wasOpen = before.properties.size === 0 && before.openness.size === 0 && before.unions.length === 0;
  const advice = isRequest ? "send no others" : "read no others";
  const others = wasOpen ? `, and the object has no others than are declared: ${advice}` : "";
  report(comparison, isDemand || wasOpen ? "breaking" : "minor", {
    kind: isDemand ? "required-property-added" : "property-added",
    place,
    subject: name,
    message: isDemand
      ? `The property \`${name}\` is new and required: send it.`
      : `The property \`${name}\` is new${isRequired ? "" : " and optional"}${others}.`,
  });
}

function compareRequired(comparison: Comparison, sides: Sides, name: string, nodes: readonly SchemaNode[]): void {
  const was = sides.before.required.has(name);
  const is = sides.after.required.has(name);
  if (was === is) return;
  const isRequest = comparison.direction === "request";
  const place = placeOfProperty(nodes, name);
  if (is) {
    const message = `The property \`${name}\` ${isRequest ? "is required now: send it" : "is always there now"}.`;
    const levels = { request: "breaking", response: "minor" } as const;
    report(comparison, levels, { kind: "property-became-required", place, subject: name, message });
  } else {
    const message = `The property \`${name}\` ${isRequest ? "may be left out" : "may be missing: handle undefined"}.`;
    const levels = { request: "minor", response: "breaking" } as const;
    report(comparison, levels, { kind: "property-became-optional", place, subject: name, message });
  }
}

/** Where the property stands, not the component that it refers to. */
function placeOfProperty(nodes: readonly SchemaNode[], name: string) {
  return nodes[0]?.place ?? within({ path: [] }, name);
}
