import type { SchemaPart } from "./flatten-schemas.ts";

interface MergedTypes {
  readonly types: ReadonlySet<string> | undefined;
  readonly values: ReadonlySet<string> | undefined;
  /** Whether the types follow only from other keywords. */
  readonly isInferred: boolean;
}

/** The types and values that fit every part, without `null`. */
export function mergeTypes(parts: readonly SchemaPart[]): MergedTypes {
  let types: Set<string> | undefined;
  let values: Set<string> | undefined;
  for (const { schema } of parts) {
    const { type, enum: list } = schema;
    if (typeof type === "string" || Array.isArray(type)) types = meetTypes(types, [type].flat().map(String));
    if (Array.isArray(list)) values = meet(values, list);
    if ("const" in schema) values = meet(values, [schema["const"]]);
  }
  if (types || values) return { types: types ?? inferFromValues(values), values, isInferred: false };
  const inferred = inferFromParts(parts);
  return { types: inferred, values, isInferred: inferred !== undefined };
}

function inferFromValues(values: Iterable<string> = []): Set<string> {
  return new Set([...values].map((value) => typeOf(JSON.parse(value))));
}

/** The types if there is no `type`, as in the generated types. */
function inferFromParts(parts: readonly SchemaPart[]): Set<string> | undefined {
  if (parts.some(({ schema }) => "properties" in schema || "required" in schema)) return new Set(["object"]);
  if (parts.some(({ schema }) => "items" in schema || "prefixItems" in schema)) return new Set(["array"]);
  return undefined;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

function meetTypes(known: Set<string> | undefined, types: readonly string[]): Set<string> {
  const named = new Set(types.filter((type) => type !== "null"));
  // Every integer is a number: next to `number`, `integer` adds nothing.
  if (named.has("number")) named.delete("integer");
  if (!known) return named;
  const both = [...known].filter((type) => named.has(type) || (type === "integer" && named.has("number")));
  if (named.has("integer") && known.has("number")) both.push("integer");
  return new Set(both);
}

function meet(known: Set<string> | undefined, list: readonly unknown[]): Set<string> {
  const texts = list.filter((value) => value !== null).map((value) => JSON.stringify(value));
  return new Set(known ? texts.filter((text) => known.has(text)) : texts);
}
