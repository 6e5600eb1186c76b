import { isJsonObject, resolveRef, type JsonObject } from "../generate/fragment.ts";
import type { Place } from "./change.ts";
import { DOC_KEYWORDS } from "./keywords.ts";

/** A schema where it stands. Several of them in a list are meant together: a value has to fit each. */
export interface SchemaNode {
  readonly document: JsonObject;
  readonly schema: unknown;
  readonly place: Place;
}

const COMPONENT = /^#\/components\/schemas\/([^/]+)(\/.*)?$/;
const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** The place that a `$ref` names. */
export function placeOfRef(ref: string): Place {
  const [, component, rest] = COMPONENT.exec(ref) ?? [];
  if (component === undefined) return { path: [ref] };
  return { component: decodeURIComponent(component), path: rest ? rest.slice(1).split("/") : [] };
}

/** The same place, some steps further in. */
export function within(place: Place, ...steps: string[]): Place {
  return { ...place, path: [...place.path, ...steps] };
}

/** The schema that a `$ref` leads to, one step far. */
export function followRef({ document, schema }: SchemaNode, ref: string): SchemaNode {
  const siblingsAside = isJsonObject(schema) ? { $ref: ref } : schema;
  const target = resolveRefOnce(document, siblingsAside as JsonObject);
  return { document, schema: target, place: placeOfRef(ref) };
}

function resolveRefOnce(document: JsonObject, reference: JsonObject): unknown {
  const ref = String(reference["$ref"]);
  if (!ref.startsWith("#/")) return resolveRef(document, reference);
  const target = ref
    .slice(2)
    .split("/")
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((at, key) => (isContainer(at) ? at[key] : undefined), document);
  return target === undefined ? resolveRef(document, reference) : target;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The name of the component schema that the nodes are nothing but a reference to. */
export function componentName(nodes: readonly SchemaNode[]): string | undefined {
  const [node] = nodes;
  if (nodes.length !== 1 || !node || !isJsonObject(node.schema)) return undefined;
  const said = Object.keys(node.schema).filter((key) => !DOC_KEYWORDS.has(key));
  const { $ref: ref, allOf } = node.schema;
  if (said.length !== 1) return undefined;
  if (typeof ref === "string") return placeOfRef(ref).path.length === 0 ? placeOfRef(ref).component : undefined;
  return Array.isArray(allOf) && allOf.length === 1 ? componentName([{ ...node, schema: allOf[0] }]) : undefined;
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
