import { isJsonObject } from "@grid-sdk/openapi";

/** A copy in which every schema of a property or of a list's items is closed; those that are combined stay open. */
export function closeNested(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closeNested);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => {
    const copy = closeNested(item);
    if (key === "properties" && isJsonObject(copy)) {
      return [key, Object.fromEntries(Object.entries(copy).map(([name, schema]) => [name, closeSchema(schema)]))];
    }
    return [key, key === "items" ? closeSchema(copy) : copy];
  });
  return Object.fromEntries(entries);
}

/** The schema, in which a property that it does not declare is refused, unless it says itself what becomes of it. */
export function closeSchema(schema: unknown): unknown {
  if (!isJsonObject(schema) || "additionalProperties" in schema || "unevaluatedProperties" in schema) return schema;
  const declares = ["$ref", "properties", "allOf", "anyOf", "oneOf"].some((keyword) => keyword in schema);
  return declares ? { ...schema, unevaluatedProperties: false } : schema;
}
