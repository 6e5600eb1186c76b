import { type Comparison, report } from "../../judge/comparison.ts";
import { type Place, within } from "../../read/place.ts";
import { isRequiredByOwner } from "../../read/is-required-by-owner.ts";
import type { SchemaNode } from "../../read/schema-node.ts";
import type { SchemaView } from "../../read/schema-view.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { findHeir } from "./find-heir.ts";
import type { Sides } from "./sides.ts";

type Nodes = readonly SchemaNode[];

/** Records properties that came, went, or changed; `openCode`: `code` takes any other string as well. */
export function compareProperties(comparison: Comparison, sides: Sides, openCode: boolean): void {
  const { before, after } = sides;
  for (const [name, nodes] of before.properties) {
    const now = after.properties.get(name);
    if (!now) {
      reportRemoved(comparison, sides, name, nodes);
      continue;
    }
    compareRequired(comparison, sides, name, [nodes, now]);
    const options = openCode && name === "code" ? { open: true } : {};
    compareSchemas(comparison, putTogether(sides.place, name, nodes), putTogether(sides.place, name, now), options);
  }
  for (const [name, nodes] of after.properties) {
    if (!before.properties.has(name)) reportAdded(comparison, sides, name, nodes);
  }
  compareUndeclared(comparison, sides);
}

/** What several parts of a schema say of one property is true of the schema, and of none of the parts alone. */
function putTogether(place: Place, name: string, nodes: Nodes): Nodes {
  return nodes.length > 1 ? nodes.map((node) => ({ ...node, place: within(place, name) })) : nodes;
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
    const fact = `The undeclared property \`${name}\` is ${isAdded ? "required now" : "no longer required"}`;
    const advice = isAdded === isSent ? (isSent ? "send it" : "handle undefined") : undefined;
    const kind = isAdded ? "required-property-added" : "property-became-optional";
    report(comparison, levels, { kind, place: within(place, name), subject: name, fact, advice });
  }
}

function reportRemoved(comparison: Comparison, sides: Sides, name: string, nodes: Nodes): void {
  const place = placeOfProperty(sides, name, [[nodes, sides.before]]);
  const heir = findHeir(sides, name, nodes);
  const stop = comparison.direction === "request" ? "stop sending it" : "stop reading it";
  const fact = `The property \`${name}\` is gone`;
  const said = heir
    ? {
        fact: `${fact}, and \`${heir}\`, which is new, has the same shape`,
        advice: `if its text says that \`${heir}\` is the new name, use that, else ${stop}`,
      }
    : { fact, advice: stop };
  report(comparison, "breaking", { kind: "property-removed", place, subject: name, ...said });
}

function reportAdded(comparison: Comparison, sides: Sides, name: string, nodes: Nodes): void {
  const { before, after } = sides;
  const place = placeOfProperty(sides, name, [[nodes, after]]);
  const isRequired = after.required.has(name);
  const isRequest = comparison.direction === "request";
  const isDemand = isRequired && isRequest;
  // Generated types let an object of which nothing is said have any property, and one that has some those alone.
  const wasOpen = before.properties.size === 0 && before.openness.size === 0 && before.unions.length === 0;
  const others = wasOpen ? ", and the object has no others than are declared" : "";
  const said = isDemand
    ? { fact: `The property \`${name}\` is new and required`, advice: "send it" }
    : {
        fact: `The property \`${name}\` is new${isRequired ? "" : " and optional"}${others}`,
        advice: wasOpen ? (isRequest ? "send no others" : "read no others") : undefined,
      };
  report(comparison, isDemand || wasOpen ? "breaking" : "minor", {
    kind: isDemand ? "required-property-added" : "property-added",
    place,
    subject: name,
    ...said,
  });
}

function compareRequired(
  comparison: Comparison,
  sides: Sides,
  name: string,
  [old, now]: readonly [Nodes, Nodes],
): void {
  const was = sides.before.required.has(name);
  const is = sides.after.required.has(name);
  if (was === is) return;
  const isRequest = comparison.direction === "request";
  const place = placeOfProperty(sides, name, [
    [old, sides.before],
    [now, sides.after],
  ]);
  if (is) {
    const said = isRequest ? { fact: "is required now", advice: "send it" } : { fact: "is always there now" };
    const levels = { request: "breaking", response: "minor" } as const;
    const kind = "property-became-required";
    report(comparison, levels, { kind, place, subject: name, ...said, fact: `The property \`${name}\` ${said.fact}` });
  } else {
    const said = isRequest ? { fact: "may be left out" } : { fact: "may be missing", advice: "handle undefined" };
    const levels = { request: "minor", response: "breaking" } as const;
    const kind = "property-became-optional";
    report(comparison, levels, { kind, place, subject: name, ...said, fact: `The property \`${name}\` ${said.fact}` });
  }
}

/**
 * Where the property stands, if that place says the same of it as the schema that is compared: a part of `allOf` may
 * require what another part declares, and then it is said of the whole.
 */
function placeOfProperty({ place }: Sides, name: string, states: readonly (readonly [Nodes, SchemaView])[]): Place {
  const [node] = states[0]?.[0] ?? [];
  const isOfOwner = states.every(([nodes, { required }]) => {
    const [one, ...others] = nodes;
    if (!one || others.length > 0) return false;
    return one.place.component === place.component || isRequiredByOwner(one, name) === required.has(name);
  });
  return node && isOfOwner ? node.place : within(place, name);
}
