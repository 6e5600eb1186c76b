import { canonicalJson, fieldOf, isJsonObject, listSubschemas } from "@grid-sdk/openapi";
import { flattenSchemas, type SchemaPart } from "./flatten-schemas.ts";
import { hasRole, isBound, roleOf } from "./keywords.ts";
import { mergeTypes } from "./merge-types.ts";
import { allowNull } from "./nullable.ts";
import { within } from "./place.ts";
import { remember } from "./revision.ts";
import { type Nodes, type SchemaNode, settleNodes } from "./schema-node.ts";
import type { Union } from "./union.ts";

/** What a schema says once references are followed and `allOf` is merged: the same for any way of writing it. */
export interface SchemaView {
  readonly never: boolean;
  readonly nullable: boolean;
  /** Without `null`; undefined where any type fits. */
  readonly types: ReadonlySet<string> | undefined;
  /** `enum` and `const` as JSON texts, without `null`; undefined where any value fits. */
  readonly values: ReadonlySet<string> | undefined;
  readonly required: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, Nodes>;
  /** The schemas of other keywords: `items`, `prefixItems/0`, `additionalProperties`, `not`. */
  readonly inner: ReadonlyMap<string, Nodes>;
  readonly unions: readonly Union[];
  /** What other keywords say, as JSON: a value has to fit all of it. Of bounds only the strictest, of flags only `true`. */
  readonly said: ReadonlyMap<string, readonly string[]>;
}

/** The view of all nodes together. That of a component is made once. */
export function viewSchemas(nodes: Nodes): SchemaView {
  const [node, ...others] = settleNodes(nodes);
  const isComponent = others.length === 0 && node?.place.component !== undefined && node.place.path.length === 0;
  if (!isComponent || !isJsonObject(node.schema)) return readView(nodes);
  return remember(node.revision, "views", node.schema, () => readView(nodes));
}

function readView(nodes: Nodes): SchemaView {
  const { parts, unions, never } = flattenSchemas(nodes);
  const required = new Set<string>();
  const properties = new Map<string, SchemaNode[]>();
  const inner = new Map<string, SchemaNode[]>();
  const said = new Map<string, string[]>();

  for (const part of parts) {
    for (const name of listStrings(part.schema["required"])) required.add(name);
    for (const [name, schema] of Object.entries(fieldOf(part.schema, "properties"))) {
      addTo(properties, name, enter(part, schema, name));
    }
    for (const [keyword, value] of Object.entries(part.schema)) {
      const role = roleOf(keyword);
      if (role === "merged" || role === "documentation" || role === "ignored") continue;
      const schemas = listSubschemas(keyword, value);
      for (const [name, schema] of schemas ?? []) addTo(inner, name, enter(part, schema, name));
      if (!schemas && saysSomething(keyword, value))
        said.set(keyword, strictest(keyword, [...(said.get(keyword) ?? []), canonicalJson(value)]));
    }
  }
  const { isInferred, ...merged } = mergeTypes(parts);
  return {
    never,
    nullable: !isInferred && allowNull(nodes),
    ...merged,
    required,
    properties,
    inner,
    unions,
    said,
  };
}

function enter({ node }: SchemaPart, schema: unknown, step: string): SchemaNode {
  return { revision: node.revision, schema, place: within(node.place, step) };
}

/** A flag says something if it is set; a minimum size of 0 says nothing. */
function saysSomething(keyword: string, value: unknown): boolean {
  if (hasRole(keyword, "flag")) return value === true;
  return value !== 0 || !/^min[A-Z]/.test(keyword) || keyword === "minContains";
}

/** The values that a value has to fit all of, each once; of bounds the strictest. */
function strictest(keyword: string, values: readonly string[]): string[] {
  if (!isBound(keyword, values)) return [...new Set(values)];
  const bounds = values.map(Number);
  return [String(hasRole(keyword, "lower") ? Math.max(...bounds) : Math.min(...bounds))];
}

function addTo<V>(lists: Map<string, V[]>, key: string, value: V): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}

function listStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
