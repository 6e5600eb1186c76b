import { type Comparison, LOOSER, report, reportAsking, STRICTER } from "../../judge/comparison.ts";
import { hasRole } from "../../read/keywords.ts";
import { type Place, within } from "../../read/place.ts";
import { nodeOfComponent, type Nodes, type SchemaNode } from "../../read/schema-node.ts";
import { viewSchemas } from "../../read/schema-view.ts";
import { pairNames } from "../../read/pair-names.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { findHeir } from "./find-heir.ts";
import type { Sides } from "./sides.ts";

/** Records properties that are new, gone, or changed; `openCode`: `code` may also be any other string. */
export function compareProperties(comparison: Comparison, sides: Sides, openCode: boolean): void {
  for (const [name, was, is] of pairNames(sides.before.properties, sides.after.properties)) {
    if (was && is) {
      compareRequired(comparison, sides, name);
      const options = openCode && name === "code" ? { open: true } : {};
      compareSchemas(comparison, putTogether(sides.place, name, was), putTogether(sides.place, name, is), options);
    } else if (was) {
      const place = placeOfProperty(sides, name);
      const fact = {
        kind: "property-removed",
        heir: findHeir(sides, name, was),
        direction: comparison.direction,
      } as const;
      report(comparison, "breaking", fact, { place, subject: name });
    } else if (is) reportAdded(comparison, sides, name);
  }
  compareUndeclared(comparison, sides);
}

/** What several parts of a schema together say about one property is true for the schema, not for a single part. */
function putTogether(place: Place, name: string, nodes: Nodes): Nodes {
  return nodes.length > 1 ? nodes.map((node) => ({ ...node, place: within(place, name) })) : nodes;
}

/** Records names that are required without being declared: their values may be anything. */
function compareUndeclared(comparison: Comparison, { before, after, place }: Sides): void {
  for (const name of new Set([...before.required, ...after.required])) {
    const isDeclared = before.properties.has(name) || after.properties.has(name);
    const isRequired = after.required.has(name);
    if (isDeclared || before.required.has(name) === isRequired) continue;
    const at = { place: within(place, name), subject: name };
    reportAsking(comparison, isRequired ? STRICTER : LOOSER, { kind: "undeclared-property", isRequired }, at);
  }
}

function reportAdded(comparison: Comparison, sides: Sides, name: string): void {
  const { before, after } = sides;
  const at = { place: placeOfProperty(sides, name), subject: name };
  const isOptional = !after.required.has(name);
  if (!isOptional && comparison.direction === "request") {
    report(comparison, "breaking", { kind: "required-property-added" }, at);
    return;
  }
  // By the generated types an object without declared properties may have any, and one with some has only those.
  const hasOpenness = [...before.inner.keys()].some((keyword) => hasRole(keyword, "openness"));
  const isFirst = before.properties.size === 0 && !hasOpenness && before.unions.length === 0;
  reportAsking(comparison, isFirst ? "breaking" : "minor", { kind: "property-added", isOptional, isFirst }, at);
}

function compareRequired(comparison: Comparison, sides: Sides, name: string): void {
  const [was, is] = [sides.before.required.has(name), sides.after.required.has(name)];
  if (was === is) return;
  const place = placeOfProperty(sides, name);
  const kind = is ? "property-became-required" : "property-became-optional";
  const { direction } = comparison;
  report(comparison, is ? STRICTER : LOOSER, { kind, direction }, { place, subject: name });
}

/**
 * The place of the property, if that place says the same of it as the schema that is compared: a part of `allOf` may
 * require what another part declares, and then the place is that of the whole.
 */
function placeOfProperty({ before, after, place }: Sides, name: string): Place {
  const states = [before, after].flatMap(({ properties, required }) => {
    const nodes = properties.get(name);
    return nodes ? [{ nodes, isRequired: required.has(name) }] : [];
  });
  const isOfOwner = states.every(({ nodes: [one, ...others], isRequired }) => {
    if (!one || others.length > 0) return false;
    return one.place.component === place.component || isRequiredByOwner(one, name) === isRequired;
  });
  const [node] = states[0]?.nodes ?? [];
  return node && isOfOwner ? node.place : within(place, name);
}

/** Whether the component that declares a property requires it; undefined if no component declares it. */
function isRequiredByOwner({ revision, place }: SchemaNode, name: string): boolean | undefined {
  if (place.component === undefined || place.path.length !== 1) return undefined;
  return viewSchemas([nodeOfComponent(revision, place.component)]).required.has(name);
}
