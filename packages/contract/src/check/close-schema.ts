import { isJsonObject, type JsonObject, mapSchema, mapSchemas, type SchemaChange } from "@grid-sdk/openapi";
import { declares } from "./leave-out.ts";

/** A copy of a document in which every schema of a property or an item is closed. Schemas that are combined stay open. */
export function closeDocument(document: JsonObject): JsonObject {
  return mapSchemas(document, closePart);
}

/** A copy of a schema that is closed, as are those of its properties and items. */
export function closeWhole(schema: unknown): unknown {
  return closeSchema(mapSchema(schema, [], closePart));
}

const closePart: SchemaChange = (schema, _keys, describes) => (describes === "part" ? closeSchema(schema) : schema);

/** The schema, in which a property that it does not declare is refused, unless it says itself whether others are allowed. */
function closeSchema(schema: unknown): unknown {
  if (!isJsonObject(schema) || "additionalProperties" in schema || "unevaluatedProperties" in schema) return schema;
  return "$ref" in schema || declares(schema) ? { ...schema, unevaluatedProperties: false } : schema;
}
