import { followRef, type JsonObject, mapSchema, mapSchemas } from "@grid-sdk/openapi";

/** Whether a reference leads to a component, which has a name, and not into one. */
export function isComponent(ref: string): boolean {
  return /^#\/components\/[^/]+\/[^/]+$/.test(ref);
}

/**
 * A copy in which no schema refers to a part of a component, such as `#/components/schemas/A/$defs/B` or
 * `…/properties/b`: such a part has no name for a type, so it is written in place of the reference.
 */
export function inlineRefs(document: JsonObject): JsonObject {
  const inlineSchema = (schema: JsonObject, within: readonly string[]): unknown => {
    const ref = schema["$ref"];
    if (typeof ref !== "string" || isComponent(ref) || within.includes(ref)) return schema;
    const target = mapSchema(followRef(document, ref), [], (part) => inlineSchema(part, [...within, ref]));
    const { $ref: _, ...siblings } = schema;
    return Object.keys(siblings).length > 0 ? { ...siblings, allOf: [target, siblings["allOf"] ?? []].flat() } : target;
  };
  return mapSchemas(document, (schema) => inlineSchema(schema, []));
}
