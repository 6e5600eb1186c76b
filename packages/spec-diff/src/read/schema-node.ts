import { followRef, isJsonObject, type JsonObject } from "@grid-sdk/openapi";
import { DOC_KEYWORDS } from "./keywords.ts";
import { type Place, placeOfRef } from "./place.ts";

/** A schema where it stands. Several of them in a list are meant together: a value has to fit each. */
export interface SchemaNode {
  readonly document: JsonObject;
  readonly schema: unknown;
  readonly place: Place;
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** The schema of a parameter, header or body, as the comparison takes it. */
export function schemaNodes(document: JsonObject, holder: JsonObject, part?: Place["part"]): SchemaNode[] {
  return [{ document, schema: holder["schema"] ?? true, place: { path: [], ...(part && { part }) } }];
}

const targets = new WeakMap<JsonObject, Map<string, SchemaNode>>();

/** The schema that a `$ref` leads to, one step far. */
export function schemaOfRef({ document }: SchemaNode, ref: string): SchemaNode {
  const known = targets.get(document) ?? new Map<string, SchemaNode>();
  targets.set(document, known);
  const target = known.get(ref) ?? { document, schema: followRef(document, ref), place: placeOfRef(ref) };
  known.set(ref, target);
  return target;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

const names = new WeakMap<object, { readonly name: string | undefined }>();

/** The name of the component schema that the nodes are nothing but a reference to. */
export function componentName(nodes: readonly SchemaNode[]): string | undefined {
  const [node] = nodes;
  if (nodes.length !== 1 || !node || !isJsonObject(node.schema)) return undefined;
  const known = names.get(node.schema) ?? { name: readName(node.schema) };
  names.set(node.schema, known);
  return known.name;
}

function readName(schema: JsonObject): string | undefined {
  const said = Object.keys(schema).filter((key) => !DOC_KEYWORDS.has(key));
  const { $ref: ref, allOf } = schema;
  if (said.length !== 1) return undefined;
  if (typeof ref === "string") return placeOfRef(ref).path.length === 0 ? placeOfRef(ref).component : undefined;
  const [only] = Array.isArray(allOf) && allOf.length === 1 ? allOf : [];
  return isJsonObject(only) ? readName(only) : undefined;
}

/** A component schema by its name. */
export function nodeOfComponent(document: JsonObject, name: string): SchemaNode {
  const ref = `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return { document, schema: { $ref: ref }, place: { component: name, path: [] } };
}

/** Where a change of the nodes themselves is reported. */
export function placeOf(nodes: readonly SchemaNode[]): Place {
  const component = componentName(nodes);
  return component === undefined ? (nodes[0]?.place ?? { path: [] }) : { component, path: [] };
}

/** The same text for the same schemas of the same document. */
export function identify(nodes: readonly SchemaNode[]): string {
  return nodes.map(({ schema }) => (isContainer(schema) ? identifyObject(schema) : String(schema))).join("&");
}

function identifyObject(schema: object): number {
  const known = identities.get(schema);
  if (known !== undefined) return known;
  lastIdentity += 1;
  identities.set(schema, lastIdentity);
  return lastIdentity;
}

const settled = new WeakMap<object, readonly SchemaNode[]>();

/** The component schema itself, where the nodes are nothing but a reference to it. */
export function settleNodes(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  const [node] = nodes;
  const name = componentName(nodes);
  if (!node || name === undefined) return nodes;
  const known = settled.get(node.schema as object);
  if (known) return known;
  const { schema: own } = nodeOfComponent(node.document, name);
  const target = settleNodes([schemaOfRef(node, (own as { $ref: string }).$ref)]);
  settled.set(node.schema as object, target);
  return target;
}
