import { fieldOf, isJsonObject, type JsonObject } from "./json-object.ts";
import { refOfTarget, resolveRef } from "./references.ts";

/**
 * The references that the values of a union's discriminator lead to; none without a discriminator. OpenAPI 3.1,
 * Discriminator Object: without a mapping the schema's name is the value.
 */
export function readMapping(document: JsonObject, schema: unknown): ReadonlyMap<string, string> {
  const { oneOf, anyOf, discriminator } = isJsonObject(schema) ? resolveRef(document, schema) : {};
  if (!isJsonObject(discriminator)) return new Map();
  const mapped = Object.entries(fieldOf(discriminator, "mapping"));
  if (mapped.length > 0) return new Map(mapped.map(([value, target]) => [value, refOfTarget(String(target))]));
  const branches: unknown[] = [oneOf, anyOf].find(Array.isArray) ?? [];
  const refs = branches.flatMap((branch) =>
    isJsonObject(branch) && typeof branch["$ref"] === "string" ? [branch["$ref"]] : [],
  );
  return new Map(refs.map((ref) => [ref.slice(ref.lastIndexOf("/") + 1), ref]));
}
