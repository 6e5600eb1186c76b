import { canonicalJson, fieldOf, isJsonObject, listSubschemas } from "@grid-sdk/openapi";
import { flattenSchemas, type SchemaPart } from "./flatten-schemas.ts";
import { hasRole, type Keyword, roleOf } from "./keywords.ts";
import { mergeTypes } from "./merge-types.ts";
import { allowNull } from "./nullable.ts";
import { within } from "./place.ts";
import { remember } from "./revision.ts";
import { type SchemaNode, settleNodes } from "./schema-node.ts";
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
  readonly properties: ReadonlyMap<string, readonly SchemaNode[]>;
  readonly bounds: ReadonlyMap<Keyword<"lower" | "upper">, number>;
  /** `pattern`, `format` and similar: a value has to fit all of them. */
  readonly cumulative: ReadonlyMap<Keyword<"cumulative">, ReadonlySet<string>>;
  readonly flags: ReadonlySet<Keyword<"flag">>;
  readonly parts: ReadonlyMap<string, readonly SchemaNode[]>;
  readonly openness: ReadonlyMap<Keyword<"openness">, readonly SchemaNode[]>;
  /** Schemas that have to stay equal, such as `not`. */
  readonly logic: ReadonlyMap<string, readonly SchemaNode[]>;
  readonly unions: readonly Union[];
  /** Keywords that the comparison does not know, and their values as JSON. */
  readonly unknown: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The view of all nodes together. That of a component is made once. */
export function viewSchemas(nodes: readonly SchemaNode[]): SchemaView {
  const [node, ...others] = settleNodes(nodes);
  const isComponent = others.length === 0 && node?.place.component !== undefined && node.place.path.length === 0;
  if (!isComponent || !isJsonObject(node.schema)) return readView(nodes);
  return remember(node.revision, "views", node.schema, () => readView(nodes));
}

function readView(nodes: readonly SchemaNode[]): SchemaView {
  const { parts, unions, never } = flattenSchemas(nodes);
  const required = new Set<string>();
  const properties = new Map<string, SchemaNode[]>();
  const bounds = new Map<Keyword<"lower" | "upper">, number>();
  const cumulative = new Map<Keyword<"cumulative">, Set<string>>();
  const flags = new Set<Keyword<"flag">>();
  const openness = new Map<Keyword<"openness">, SchemaNode[]>();
  const inner = { part: new Map<string, SchemaNode[]>(), logic: new Map<string, SchemaNode[]>() };
  const unknown = new Map<string, Set<string>>();

  for (const part of parts) {
    for (const name of listStrings(part.schema["required"])) required.add(name);
    for (const [name, schema] of Object.entries(fieldOf(part.schema, "properties"))) {
      addTo(properties, name, enter(part, schema, name));
    }
    for (const [keyword, value] of Object.entries(part.schema)) {
      const role = roleOf(keyword);
      if (role === "merged" || role === "documentation" || role === "ignored") continue;
      if (role === "part" || role === "logic") {
        for (const [name, schema] of listSubschemas(keyword, value) ?? [])
          addTo(inner[role], name, enter(part, schema, name));
      } else if (hasRole(keyword, "openness")) addTo(openness, keyword, enter(part, value, keyword));
      else if (hasRole(keyword, "flag")) {
        if (value === true) flags.add(keyword);
      } else if (typeof value === "number" && (hasRole(keyword, "lower") || hasRole(keyword, "upper")))
        addBound(bounds, keyword, value);
      else if (hasRole(keyword, "cumulative")) addValue(cumulative, keyword, String(value));
      else addValue(unknown, keyword, canonicalJson(value));
    }
  }
  const { isInferred, ...merged } = mergeTypes(parts);
  return {
    never,
    nullable: !isInferred && allowNull(nodes),
    ...merged,
    required,
    properties,
    bounds,
    cumulative,
    flags,
    parts: inner.part,
    openness,
    logic: inner.logic,
    unions,
    unknown,
  };
}

function enter({ node }: SchemaPart, schema: unknown, step: string): SchemaNode {
  return { revision: node.revision, schema, place: within(node.place, step) };
}

/** Keeps the stricter of two bounds; a minimum size of 0 is not a bound. */
function addBound(
  bounds: Map<Keyword<"lower" | "upper">, number>,
  keyword: Keyword<"lower" | "upper">,
  value: number,
): void {
  if (/^min[A-Z]/.test(keyword) && keyword !== "minContains" && value === 0) return;
  const known = bounds.get(keyword) ?? value;
  bounds.set(keyword, hasRole(keyword, "lower") ? Math.max(known, value) : Math.min(known, value));
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}

function addValue<K>(sets: Map<K, Set<string>>, key: K, value: string): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(value));
}

function listStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
