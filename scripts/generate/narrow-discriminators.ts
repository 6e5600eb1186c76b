import {
  type Discriminator,
  isJsonObject,
  type JsonObject,
  mapSchemas,
  readDiscriminator,
  valuesLeadingTo,
  valuesOfProperty,
} from "@grid-sdk/openapi";

/**
 * Moves each discriminator's narrowing into its union: every branch becomes an `allOf` of the branch and the values
 * that the mapping gives it. Otherwise openapi-typescript rewrites the mapped component, also where it is used outside
 * the union (openapi-ts/openapi-typescript issues 1700, 2149 and 2775).
 */
export function narrowDiscriminators(document: JsonObject): JsonObject {
  return mapSchemas(document, (schema) => narrowUnion(document, schema));
}

function narrowUnion(document: JsonObject, schema: JsonObject): JsonObject {
  const { discriminator: _, ...rest } = schema;
  const discriminator = readDiscriminator(document, schema);
  if (!discriminator) return schema;
  for (const keyword of ["oneOf", "anyOf"]) {
    const branches = rest[keyword];
    if (!Array.isArray(branches)) continue;
    rest[keyword] = branches.map((branch: unknown) => narrowBranch(document, branch, discriminator));
  }
  return rest;
}

function narrowBranch(document: JsonObject, branch: unknown, discriminator: Discriminator): unknown {
  if (!isJsonObject(branch)) return branch;
  const values = valuesLeadingTo(branch["$ref"], discriminator);
  const own = valuesOfProperty(document, branch, discriminator.property);
  // A validator uses what the branch says of its own property. Values that it does not allow would leave none.
  if (values.length === 0 || (own && !values.some((value) => own.includes(value)))) return branch;
  return { allOf: [branch, demandValue(discriminator.property, values)] };
}

/** The schema of objects whose property has one of the values. */
export function demandValue(propertyName: string, values: readonly string[]): JsonObject {
  return { type: "object", required: [propertyName], properties: { [propertyName]: { type: "string", enum: values } } };
}
