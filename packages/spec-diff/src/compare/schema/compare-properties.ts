import { compareSchemas, type Sides } from "./compare-schemas.ts";
import { report, type Comparison } from "./comparison.ts";
import { describeSchemas } from "./describe-schemas.ts";
import { within, type SchemaNode } from "./schema-node.ts";

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
    const message = `The undeclared property \`${name}\` is ${isAdded ? "required now" : "not required any more"}.`;
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
  const shape = describeSchemas(nodes);
  const heirs = [...after.properties].filter(
    ([other, now]) => !before.properties.has(other) && describeSchemas(now) === shape,
  );
  const [heir] = heirs.length === 1 ? heirs : [];
  const advice = comparison.direction === "request" ? "stop sending it" : "stop reading it";
  const message = heir
    ? `The property \`${name}\` is gone; \`${heir[0]}\` has the same shape and may be its new name.`
    : `The property \`${name}\` is gone: ${advice}.`;
  report(comparison, "breaking", { kind: "property-removed", place, subject: name, message });
}

function reportAdded(
  comparison: Comparison,
  { before, after }: Sides,
  name: string,
  nodes: readonly SchemaNode[],
): void {
  const place = placeOfProperty(nodes, name);
  const isRequired = after.required.has(name);
  const isDemand = isRequired && comparison.direction === "request";
  // Generated types take an object of which nothing is said for one that has no property.
  const wasEmpty = before.properties.size === 0 && before.openness.size === 0 && before.unions.length === 0;
  const level = { request: "minor", response: wasEmpty ? "widening" : "minor" } as const;
  report(comparison, isDemand ? "breaking" : level, {
    kind: isDemand ? "required-property-added" : "property-added",
    place,
    subject: name,
    message: isDemand
      ? `The property \`${name}\` is new and required: send it.`
      : `The property \`${name}\` is new${isRequired ? "" : " and optional"}.`,
  });
}

function compareRequired(comparison: Comparison, sides: Sides, name: string, nodes: readonly SchemaNode[]): void {
  const was = sides.before.required.has(name);
  const is = sides.after.required.has(name);
  if (was === is) return;
  const place = placeOfProperty(nodes, name);
  if (is) {
    const message = comparison.direction === "request" ? "is required now: send it" : "is always there now";
    report(
      comparison,
      { request: "breaking", response: "minor" },
      {
        kind: "property-became-required",
        place,
        subject: name,
        message: `The property \`${name}\` ${message}.`,
      },
    );
  } else {
    const message = comparison.direction === "request" ? "may be left out" : "may be missing: handle undefined";
    report(
      comparison,
      { request: "minor", response: "breaking" },
      {
        kind: "property-became-optional",
        place,
        subject: name,
        message: `The property \`${name}\` ${message}.`,
      },
    );
  }
}

/** Where the property stands, not the component that it refers to. */
function placeOfProperty(nodes: readonly SchemaNode[], name: string) {
  return nodes[0]?.place ?? within({ path: [] }, name);
}
