import { isData, isJsonObject, isTyping, type JsonObject, resolveRef } from "@grid-sdk/openapi";

/** A schema of the same values, in a form that openapi-typescript reads as JSON Schema 2020-12 does. */
export function normalizeSchema(document: JsonObject, schema: JsonObject): JsonObject {
  // Definitions are not properties. References to them are written out by now.
  const { $defs: _, ...own } = schema;
  return intersectUnions(normalizeNull(intersectRef(document, dropData(own))));
}

/** openapi-typescript reads a `$ref` within an example as a reference. */
function dropData(schema: JsonObject): JsonObject {
  const entries = Object.entries(schema).filter(
    ([key, value]) => !isData(key) || isTyping(key) || !JSON.stringify(value ?? null).includes('"$ref"'),
  );
  return Object.fromEntries(entries);
}

/** JSON Schema 2020-12, 8.2.3.1: `$ref` applies beside other keywords; openapi-typescript reads only the `$ref`. */
function intersectRef(document: JsonObject, schema: JsonObject): JsonObject {
  const { $ref, ...siblings } = schema;
  if (typeof $ref !== "string") return schema;
  const nullable = siblings["nullable"] === true;
  const typing = Object.keys(siblings).filter((key) => isTyping(key) && siblings[key] !== undefined);
  const [only] = typing;
  // The type that the target has already says nothing new.
  const isRepeated = typing.length === 1 && only === "type" && isSameType(document, $ref, siblings["type"]);
  const annotations = Object.fromEntries(Object.entries(siblings).filter(([key]) => !isTyping(key)));
  if ((typing.length === 0 || isRepeated) && !nullable) return { ...annotations, $ref };
  if (nullable) return { ...annotations, nullable: undefined, anyOf: [{ $ref }, { type: "null" }] };
  const { allOf, ...others } = Object.fromEntries(typing.map((key) => [key, siblings[key]])) as JsonObject;
  const { required, ...rest } = others;
  const parts = [{ $ref }, ...[allOf ?? []].flat(), ...(Object.keys(rest).length > 0 ? [rest] : [])];
  return { ...annotations, ...(required !== undefined && { required }), allOf: parts };
}

function isSameType(document: JsonObject, ref: string, type: unknown): boolean {
  return JSON.stringify(resolveRef(document, { $ref: ref })["type"]) === JSON.stringify(type);
}

/** openapi-typescript ignores the constant null. */
function normalizeNull(schema: JsonObject): JsonObject {
  if (schema["const"] !== null || !("const" in schema)) return schema;
  const { const: _, ...rest } = schema;
  return { ...rest, type: "null" };
}

/** Keywords beside a union apply as well; openapi-typescript makes them one more alternative of some unions. */
function intersectUnions(schema: JsonObject): JsonObject {
  const unions = ["anyOf", "oneOf"].filter((keyword) => Array.isArray(schema[keyword]));
  const others = Object.keys(schema).filter(
    (key) => isTyping(key) && schema[key] !== undefined && !unions.includes(key),
  );
  if (unions.length === 0 || unions.length + others.length === 1) return schema;
  const { anyOf: _, oneOf: __, allOf, discriminator, ...rest } = schema;
  const parts = unions
    // Branches that only require properties do not change the type.
    .filter((keyword) => (schema[keyword] as unknown[]).some(limitsType))
    .map((keyword) => Object.assign({ [keyword]: schema[keyword] }, discriminator !== undefined && { discriminator }));
  const all = [...(Array.isArray(allOf) ? (allOf as unknown[]) : []), ...parts];
  return all.length > 0 ? { ...rest, allOf: all } : rest;
}

function limitsType(branch: unknown): boolean {
  return (
    isJsonObject(branch) &&
    Object.entries(branch).some(
      ([key, value]) => value !== undefined && (key === "$ref" || (isTyping(key) && key !== "required")),
    )
  );
}
