import { isJsonObject, type JsonObject } from "@grid-sdk/openapi";
import type { Context } from "../judge/context.ts";
import { bodyOfPart, findPart, listProperties } from "./find-part.ts";
import type { Place } from "./place.ts";
import type { Revision } from "./revision.ts";
import { componentsOf, nodeOfComponent, type Nodes, settleNodes } from "./schema-node.ts";
import { viewSchemas } from "./schema-view.ts";

export function describeOperation(revision: Revision, { operation }: Context): string[] {
  const own = findPart(revision, { operation, part: { kind: "operation" } });
  return [...describeObject(own), ...describeBody(revision, { operation, part: { kind: "body" } })];
}

/** A body, its schema, and each of its properties. */
export function describeBody(revision: Revision, context: Context): string[] {
  const nodes = bodyOfPart(revision, context);
  const properties = [...listProperties(nodes).values()];
  return [...describeObject(findPart(revision, context)), ...[nodes, ...properties].flatMap(describeNodes)];
}

export function describeComponent(revision: Revision, name: string): string[] {
  return describeNodes(ownerOf(revision, { component: name, path: [] }));
}

/** The texts of schemas, and of the components that they refer to. */
export function describeNodes(nodes: Nodes): string[] {
  const all = new Set([...nodes, ...settleNodes(nodes)].map(({ schema }) => schema));
  return [...all].flatMap((schema) => (isJsonObject(schema) ? describeObject(schema) : []));
}

export function describeObject({ description }: JsonObject): string[] {
  return typeof description === "string" ? [description] : [];
}

/** The schema that a place is in: a component, or the body of a part of an operation; none if it does not exist. */
export function ownerOf(revision: Revision, { component }: Place, context?: Context): Nodes {
  if (component === undefined) return context ? bodyOfPart(revision, context) : [];
  return componentsOf(revision)[component] === undefined ? [] : [nodeOfComponent(revision, component)];
}

/** The schemas at a place; none if it does not exist in this revision. */
export function nodesAt(revision: Revision, place: Place, context: Context | undefined): Nodes {
  return place.path.reduce<Nodes>(
    (nodes, step) => {
      if (nodes.length === 0) return [];
      const { properties, inner } = viewSchemas(nodes);
      return properties.get(step) ?? inner.get(step) ?? [];
    },
    ownerOf(revision, place, context),
  );
}
