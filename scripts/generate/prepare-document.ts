import { type JsonObject, mapSchemas, type Operation } from "@grid-sdk/openapi";
import { inlineOperations } from "./inline-operations.ts";
import { inlineRefs } from "./inline-refs.ts";
import { normalizeSchema } from "./normalize-schema.ts";
import { splitReadWrite } from "./split-read-write.ts";
import { uniteSubtypes } from "./unite-subtypes.ts";

/**
 * The document in a form from which the types are derived: the same values, with names and unions where types have
 * them. Its component schemas are the exported types.
 */
export function prepareDocument(document: JsonObject, operations: readonly Operation[]): JsonObject {
  const inlined = inlineRefs(inlineOperations(document, operations));
  const normalized = mapSchemas(inlined, (schema) => normalizeSchema(inlined, schema));
  return splitReadWrite(uniteSubtypes(normalized));
}
