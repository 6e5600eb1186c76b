import { asObject, isJsonObject, resolveRef, type JsonObject } from "./fragment.ts";
import { mapSchemas } from "./map-schemas.ts";

/**
 * Moves each discriminator's narrowing into its union: every branch becomes an `allOf` of the branch and the values
 * that the mapping gives it. Left to itself, openapi-typescript rewrites the mapped component, also where it is used
 * outside the union (openapi-ts/openapi-typescript issues 1700, 2149 and 2775).
 */
export function narrowDiscriminators(document: JsonObject): JsonObject {
  return mapSchemas(document, (schema) => narrowUnion(document, schema));
}

function narrowUnion(document: JsonObject, schema: JsonObject): JsonObject {
  const { discriminator, ...rest } = schema;
  if (!isJsonObject(discriminator) || typeof discriminator["propertyName"] !== "string") return schema;
  const propertyName = discriminator["propertyName"];
  const mapping = asObject(discriminator["mapping"]);
  for (const keyword of ["oneOf", "anyOf"]) {
    const branches = rest[keyword];
    if (!Array.isArray(branches)) continue;
    rest[keyword] = branches.map((branch: unknown) => narrowBranch(document, branch, propertyName, mapping));
  }
  return rest;
}

function narrowBranch(document: JsonObject, branch: unknown, propertyName: string, mapping: JsonObject): unknown {
  if (!isJsonObject(branch) || typeof branch["$ref"] !== "string") return branch;
  const ref = branch["$ref"];
  const name = ref.slice(ref.lastIndexOf("/") + 1);
  const mapped = Object.keys(mapping).filter((value) => mapping[value] === ref || mapping[value] === name);
  // OpenAPI 3.1, Discriminator Object: without a mapping the schema's name is the value.
  const values = mapped.length > 0 ? mapped : [name];
  const own = listValues(document, branch, propertyName);
  // What the branch says of its own property is what a validator goes by; against it, no value would be left.
  if (own && !values.some((value) => own.includes(value))) return branch;
  return { allOf: [branch, demandValue(propertyName, values)] };
}

/** The schema of objects whose property has one of the values. */
export function demandValue(propertyName: string, values: readonly string[]): JsonObject {
  return { type: "object", required: [propertyName], properties: { [propertyName]: { type: "string", enum: values } } };
}

/** The values that a schema allows for a property by `const` or `enum`; undefined if it does not say. */
function listValues(
  document: JsonObject,
  value: unknown,
  propertyName: string,
  seen = new Set<unknown>(),
): unknown[] | undefined {
  if (!isJsonObject(value)) return undefined;
  const schema = resolveRef(document, value);
  if (seen.has(schema)) return undefined;
  seen.add(schema);
  const property = asObject(schema["properties"])[propertyName];
  const resolved = isJsonObject(property) ? resolveRef(document, property) : {};
  const own = "const" in resolved ? [resolved["const"]] : resolved["enum"];
  const parts: unknown[] = Array.isArray(schema["allOf"]) ? schema["allOf"] : [];
  const lists = [own, ...parts.map((part) => listValues(document, part, propertyName, seen))].filter(Array.isArray);
  const [first, ...others] = lists as unknown[][];
  return first?.filter((item) => others.every((list) => list.includes(item)));
}
