import { canonicalJson, isJsonObject, type JsonObject } from "@grid-sdk/openapi";
import { flattenSchemas, type SchemaPart } from "./flatten-schemas.ts";
import {
  CUMULATIVE_KEYWORDS,
  DOC_KEYWORDS,
  FLAG_KEYWORDS,
  IGNORED_KEYWORDS,
  LOGIC_KEYWORDS,
  LOWER_BOUNDS,
  OPENNESS_KEYWORDS,
  PART_KEYWORDS,
  UPPER_BOUNDS,
} from "./keywords.ts";
import { mergeTypes } from "./merge-types.ts";
import { allowNull } from "./nullable.ts";
import { within } from "./place.ts";
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
  readonly bounds: ReadonlyMap<string, number>;
  /** `pattern`, `format` and their like: every value of each has to hold. */
  readonly cumulative: ReadonlyMap<string, ReadonlySet<string>>;
  readonly flags: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, readonly SchemaNode[]>;
  readonly openness: ReadonlyMap<string, readonly SchemaNode[]>;
  readonly logic: ReadonlyMap<string, readonly SchemaNode[]>;
  readonly unions: readonly Union[];
  /** Keywords that the comparison does not know, and their values as JSON. */
  readonly unknown: ReadonlyMap<string, ReadonlySet<string>>;
}

const SUBSCHEMAS = new Map<string, "one" | "list" | "map">(Object.entries({ ...PART_KEYWORDS, ...LOGIC_KEYWORDS }));
const OPENNESS = new Set<string>(OPENNESS_KEYWORDS);
const FLAGS = new Set<string>(FLAG_KEYWORDS);
const MERGED_KEYWORDS = new Set(["type", "enum", "const", "required", "properties"]);

const views = new WeakMap<object, SchemaView>();

/** The view of the nodes taken together. Of a component it is made once. */
export function viewSchemas(nodes: readonly SchemaNode[]): SchemaView {
  const [node, ...others] = settleNodes(nodes);
  const isComponent = others.length === 0 && node?.place.component !== undefined && node.place.path.length === 0;
  const owner = isComponent && isJsonObject(node.schema) ? node.schema : undefined;
  const known = owner && views.get(owner);
  if (known) return known;
  const view = readView(nodes);
  if (owner) views.set(owner, view);
  return view;
}

function readView(nodes: readonly SchemaNode[]): SchemaView {
  const { parts, unions, never } = flattenSchemas(nodes);
  const required = new Set<string>();
  const properties = new Map<string, SchemaNode[]>();
  const bounds = new Map<string, number>();
  const cumulative = new Map<string, Set<string>>();
  const flags = new Set<string>();
  const shelves = { parts: new Map(), openness: new Map(), logic: new Map() } as Record<
    "parts" | "openness" | "logic",
    Map<string, SchemaNode[]>
  >;
  const unknown = new Map<string, Set<string>>();

  for (const part of parts) {
    for (const name of listStrings(part.schema["required"])) required.add(name);
    for (const [name, schema] of Object.entries(asObject(part.schema["properties"]))) {
      addTo(properties, name, enter(part, schema, name));
    }
    for (const [keyword, value] of Object.entries(part.schema)) {
      if (MERGED_KEYWORDS.has(keyword) || DOC_KEYWORDS.has(keyword) || IGNORED_KEYWORDS.has(keyword)) continue;
      const holds = SUBSCHEMAS.get(keyword);
      if (holds !== undefined) {
        const shelf = keyword in LOGIC_KEYWORDS ? shelves.logic : shelves.parts;
        for (const [name, schema] of listSubschemas(keyword, holds, value))
          addTo(shelf, name, enter(part, schema, name));
      } else if (OPENNESS.has(keyword)) addTo(shelves.openness, keyword, enter(part, value, keyword));
      else if (FLAGS.has(keyword)) {
        if (value === true) flags.add(keyword);
      } else if (typeof value === "number" && isBound(keyword)) addBound(bounds, keyword, value);
      else if (CUMULATIVE_KEYWORDS.has(keyword)) addValue(cumulative, keyword, String(value));
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
    ...shelves,
    unions,
    unknown,
  };
}

function enter({ node }: SchemaPart, schema: unknown, step: string): SchemaNode {
  return { document: node.document, schema, place: within(node.place, step) };
}

function listSubschemas(keyword: string, holds: "one" | "list" | "map", value: unknown): [string, unknown][] {
  if (holds === "one") return [[keyword, value]];
  return Object.entries((value ?? {}) as object).map(([name, schema]) => [`${keyword}/${name}`, schema]);
}

function isBound(keyword: string): boolean {
  return LOWER_BOUNDS.has(keyword) || UPPER_BOUNDS.has(keyword);
}

/** Of two bounds the stricter; a lower bound of 0 for a size is none. */
function addBound(bounds: Map<string, number>, keyword: string, value: number): void {
  if (/^min[A-Z]/.test(keyword) && keyword !== "minContains" && value === 0) return;
  const known = bounds.get(keyword) ?? value;
  bounds.set(keyword, LOWER_BOUNDS.has(keyword) ? Math.max(known, value) : Math.min(known, value));
}

function addTo<V>(lists: Map<string, V[]>, key: string, value: V): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}

function addValue(sets: Map<string, Set<string>>, key: string, value: string): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(value));
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

function listStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
