import { isJsonObject, type JsonObject } from "../document/json-object.ts";
import { resolveRef } from "../document/references.ts";
import { subschemasOf } from "../walk/fields.ts";

/** The schema and those that it is combined of (`allOf`, `anyOf`, `oneOf` …), references followed, each once. */
export function listParts(document: JsonObject, schema: unknown, seen: Set<unknown> = new Set()): JsonObject[] {
  if (!isJsonObject(schema)) return [];
  const own = resolveRef(document, schema);
  if (seen.has(own)) return [];
  seen.add(own);
  const parts = subschemasOf(own).filter(({ describes }) => describes === "value");
  return [own, ...parts.flatMap((part) => listParts(document, part.schema, seen))];
}
