import {
  DocumentError,
  fieldOf,
  followRef,
  isDocumentation,
  isJsonObject,
  type JsonObject,
  pointerTo,
} from "@grid-sdk/openapi";
import { type Place, placeOfRef } from "./place.ts";
import { remember, type Revision } from "./revision.ts";

/** A schema at its place. */
export interface SchemaNode {
  readonly revision: Revision;
  readonly schema: unknown;
  readonly place: Place;
}

/** Schemas that are meant together: a value has to fit each. */
export type Nodes = readonly SchemaNode[];

/** The schema of a parameter, header or body. */
export function schemaNodes(revision: Revision, holder: JsonObject, part?: Place["part"]): SchemaNode[] {
  return [{ revision, schema: holder["schema"] ?? true, place: { path: [], ...(part && { part }) } }];
}

/** The schema that a `$ref` leads to, one step far. */
export function schemaOfRef({ revision }: Pick<SchemaNode, "revision">, ref: string): SchemaNode {
  return remember(revision, "targets", ref, () => {
    return { revision, schema: followRef(revision.document, ref), place: placeOfRef(ref) };
  });
}

/** The name of the component schema that the nodes are nothing but a reference to. */
export function componentName(nodes: Nodes): string | undefined {
  const [node] = nodes;
  if (nodes.length !== 1 || !node || !isJsonObject(node.schema)) return undefined;
  const { revision, schema } = node;
  return remember(revision, "names", schema, () => readName(schema));
}

function readName(schema: JsonObject): string | undefined {
  const said = Object.keys(schema).filter((key) => !isDocumentation(key));
  const { $ref: ref, allOf } = schema;
  if (said.length !== 1) return undefined;
  if (typeof ref === "string") return placeOfRef(ref).path.length === 0 ? placeOfRef(ref).component : undefined;
  const [only] = Array.isArray(allOf) && allOf.length === 1 ? allOf : [];
  return isJsonObject(only) ? readName(only) : undefined;
}

/** The component schemas of a revision by name. */
export function componentsOf({ document }: Revision): JsonObject {
  return fieldOf(fieldOf(document, "components"), "schemas");
}

/** A component schema by its name, as a reference to it. */
export function nodeOfComponent(revision: Revision, name: string): SchemaNode {
  return { revision, schema: { $ref: refOfComponent(name) }, place: { component: name, path: [] } };
}

function refOfComponent(name: string): string {
  return `#${pointerTo(["components", "schemas", name])}`;
}

/** The same text for the same schemas of the same revision. */
export function identify(nodes: Nodes): string {
  return nodes.map(identifyNode).join("&");
}

function identifyNode({ revision, schema }: SchemaNode): string {
  if (typeof schema !== "object" || schema === null) return String(schema);
  return remember(revision, "identities", schema, () => `${revision.side}${revision.memory.get("identities")?.size}`);
}

/**
 * The component schema itself, where the nodes are nothing but a reference to it. Throws a `DocumentError` for a circle
 * of such references.
 */
export function settleNodes(nodes: Nodes, within: readonly string[] = []): Nodes {
  const [node] = nodes;
  const name = componentName(nodes);
  if (!node || name === undefined) return nodes;
  const ref = refOfComponent(name);
  if (within.includes(name)) {
    const message = `${ref} is made of itself.`;
    throw new DocumentError(message, [{ pointer: ref.slice(1), message }]);
  }
  return remember(node.revision, "settled", name, () => settleNodes([schemaOfRef(node, ref)], [...within, name]));
}
