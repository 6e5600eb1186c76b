import { isJsonObject, type JsonObject } from "./fragment.ts";
import { mapObjects } from "./map-json.ts";

/**
 * Moves each discriminator's narrowing into its union: every branch becomes an `allOf` of the branch and the values
 * that the mapping gives it. Left to itself, openapi-typescript rewrites the mapped component, also where it is used
 * outside the union (openapi-ts/openapi-typescript issues 1700, 2149 and 2775).
 */
export function narrowDiscriminators(document: JsonObject): JsonObject {
  return mapObjects(document, narrowUnion) as JsonObject;
}

function narrowUnion(schema: JsonObject): JsonObject {
  const { discriminator, ...rest } = schema;
  if (!isJsonObject(discriminator) || typeof discriminator["propertyName"] !== "string") return schema;
  const propertyName = discriminator["propertyName"];
  const mapping = isJsonObject(discriminator["mapping"]) ? discriminator["mapping"] : {};
  for (const keyword of ["oneOf", "anyOf"]) {
    const branches = rest[keyword];
    if (!Array.isArray(branches)) continue;
    rest[keyword] = branches.map((branch: unknown) => narrowBranch(branch, propertyName, mapping));
  }
  return rest;
}

function narrowBranch(branch: unknown, propertyName: string, mapping: JsonObject): unknown {
  if (!isJsonObject(branch) || typeof branch["$ref"] !== "string") return branch;
  const ref = branch["$ref"];
  const name = ref.slice(ref.lastIndexOf("/") + 1);
  const mapped = Object.keys(mapping).filter((value) => mapping[value] === ref || mapping[value] === name);
  // OpenAPI 3.1, Discriminator Object: without a mapping the schema's name is the value.
  const values = mapped.length > 0 ? mapped : [name];
  return {
    allOf: [
      branch,
      { type: "object", required: [propertyName], properties: { [propertyName]: { type: "string", enum: values } } },
    ],
  };
}
