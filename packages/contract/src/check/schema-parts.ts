import { isJsonObject, type JsonObject, resolveRef } from "@grid-sdk/openapi";

/** The schema and what it is made of, references followed. */
export function partsOf(document: JsonObject, schema: unknown, seen: Set<unknown> = new Set()): JsonObject[] {
  if (!isJsonObject(schema)) return [];
  const own = resolveRef(document, schema);
  if (seen.has(own)) return [];
  seen.add(own);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => [own[keyword] ?? []].flat());
  return [own, ...parts.flatMap((part) => partsOf(document, part, seen))];
}
