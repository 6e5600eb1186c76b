import { isJsonObject, type JsonObject } from "./fragment.ts";
import type { Keys } from "./reader.ts";

// Keywords of JSON Schema 2020-12 that hold schemas: by name, in a list, or one.
const BY_NAME = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);
const LISTS = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const SINGLE = new Set(
  "items additionalProperties unevaluatedProperties unevaluatedItems not if then else contains propertyNames contentSchema".split(
    " ",
  ),
);
// Fields of OpenAPI whose keys are names, and so mean nothing.
const MAPS = new Set("paths responses parameters headers requestBodies content pathItems callbacks".split(" "));
// Data, in which nothing is a schema.
const DATA = new Set(["example", "examples", "links"]);

type Change = (schema: JsonObject, keys: Keys) => unknown;

/** A copy of the document in which `change` has replaced every schema that is an object, innermost first. */
export function mapSchemas(document: JsonObject, change: Change): JsonObject {
  return mapFields(document, [], change);
}

/** A copy of a schema in which `change` has replaced it and every schema within, innermost first. */
export function mapSchema(schema: unknown, keys: Keys, change: Change): unknown {
  if (!isJsonObject(schema)) return schema;
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => {
    const at = [...keys, key];
    if (BY_NAME.has(key)) return [key, mapByName(value, at, change)];
    if (LISTS.has(key) && Array.isArray(value)) {
      return [key, value.map((item, index) => mapSchema(item, [...at, index], change))];
    }
    return [key, SINGLE.has(key) ? mapSchema(value, at, change) : value];
  });
  return change(Object.fromEntries(entries), keys);
}

function mapByName(schemas: unknown, keys: Keys, change: Change): unknown {
  if (!isJsonObject(schemas)) return schemas;
  const entries = Object.entries(schemas).map(([name, schema]) => [name, mapSchema(schema, [...keys, name], change)]);
  return Object.fromEntries(entries) as unknown;
}

function mapFields(object: JsonObject, keys: Keys, change: Change): JsonObject {
  const entries = Object.entries(object).map(([key, value]): [string, unknown] => {
    const at = [...keys, key];
    if (DATA.has(key) || key.startsWith("x-")) return [key, value];
    if (key === "schema") return [key, mapSchema(value, at, change)];
    if (key === "schemas") return [key, mapByName(value, at, change)];
    if (MAPS.has(key) && isJsonObject(value)) return [key, mapNamed(value, at, change)];
    return [key, mapValue(value, at, change)];
  });
  return Object.fromEntries(entries);
}

function mapNamed(named: JsonObject, keys: Keys, change: Change): JsonObject {
  const entries = Object.entries(named).map(([name, value]) => [name, mapValue(value, [...keys, name], change)]);
  return Object.fromEntries(entries) as JsonObject;
}

function mapValue(value: unknown, keys: Keys, change: Change): unknown {
  if (Array.isArray(value)) return value.map((item, index) => mapValue(item, [...keys, index], change));
  return isJsonObject(value) ? mapFields(value, keys, change) : value;
}
