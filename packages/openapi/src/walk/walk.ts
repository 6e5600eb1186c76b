import { type Context, type Described, enter, isDocumentation, isUnorderedField, ROOT, SCHEMA } from "./fields.ts";
import { isJsonObject, type JsonObject } from "../document/json-object.ts";
import type { Keys } from "../document/json-pointer.ts";

/** An object of a document whose keys are fields. */
export interface Visited {
  readonly object: JsonObject;
  readonly keys: Keys;
  /** Whether it is a Schema Object. */
  readonly isSchema: boolean;
}

/**
 * Every object of a part of a document whose keys are fields, outermost first. Skips data and maps of names.
 *
 * @param keys where the part is; by default it is the document
 */
export function* walk(value: unknown, keys: Keys = []): Generator<Visited> {
  yield* visit(value, keys, contextAt(keys));
}

function* visit(value: unknown, keys: Keys, context: Context): Generator<Visited> {
  if (context.keys === "data") return;
  if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* visit(item, [...keys, at], context);
  if (!isJsonObject(value)) return;
  if (context.keys === "fields") yield { object: value, keys, isSchema: context.isSchema };
  for (const [key, item] of Object.entries(value)) {
    yield* visit(item, [...keys, key], enter(context, key, Array.isArray(item)));
  }
}

export type SchemaChange = (schema: JsonObject, keys: Keys, describes: Described) => unknown;

/** A copy of the document in which `change` has replaced every schema that is an object, innermost first. */
export function mapSchemas(document: JsonObject, change: SchemaChange): JsonObject {
  return map(document, [], ROOT, change) as JsonObject;
}

/** A copy of a schema in which `change` has replaced it and every schema within, innermost first. */
export function mapSchema(schema: unknown, keys: Keys, change: SchemaChange): unknown {
  return map(schema, keys, SCHEMA, change);
}

function map(value: unknown, keys: Keys, context: Context, change: SchemaChange): unknown {
  if (context.keys === "data") return value;
  if (Array.isArray(value)) return value.map((item, at) => map(item, [...keys, at], context, change));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [
    key,
    map(item, [...keys, key], enter(context, key, Array.isArray(item)), change),
  ]);
  const copy = Object.fromEntries(entries);
  return context.keys === "fields" && context.isSchema ? change(copy, keys, context.describes) : copy;
}

/** Whether the list that the keys lead to has the same meaning in any order. */
export function isUnordered(keys: Keys): boolean {
  const context = contextAt(keys.slice(0, -1));
  return context.keys === "fields" && isUnorderedField(String(keys.at(-1)));
}

/** A part of a document without its documentation. */
export function withoutDocumentation(value: unknown, context: Context = ROOT): unknown {
  if (context.keys === "data") return value;
  if (Array.isArray(value)) return value.map((item) => withoutDocumentation(item, context));
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => context.keys === "names" || !isDocumentation(key));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, withoutDocumentation(item, enter(context, key, Array.isArray(item)))]),
  );
}

/** What the keys lead to: fields, names or data. */
export function contextAt(keys: Keys): Context {
  let context: Context = ROOT;
  for (const [at, key] of keys.entries()) context = enter(context, key, typeof keys[at + 1] === "number");
  return context;
}
