/** Keywords that say something to people alone. */
export const DOC_KEYWORDS = new Set([
  "title",
  "summary",
  "description",
  "example",
  "examples",
  "externalDocs",
  "tags",
  "$comment",
  // Of renderers of documentation, by their own documentation without effect on what is sent or read.
  "x-codeSamples",
  "x-displayName",
  "x-enum-descriptions",
  "x-enumDescriptions",
  "x-logo",
  "x-tagGroups",
]);

/** Fields that hold a map from names that the API chose: none of these names is a keyword. */
export const MAP_FIELDS = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "paths",
  "responses",
  "headers",
  "content",
  "schemas",
  "parameters",
  "requestBodies",
  "securitySchemes",
  "pathItems",
  "webhooks",
  "mapping",
]);

/** Fields of `info` that say something to people alone. */
export const DESCRIPTIVE_INFO = ["version", "contact", "license", "termsOfService"];

/** Keywords without a meaning of their own: names and shelves that references point to. */
export const IGNORED_KEYWORDS = new Set(["$anchor", "$defs"]);

/** The larger, the stricter. */
export const LOWER_BOUNDS = new Set([
  "minimum",
  "exclusiveMinimum",
  "minLength",
  "minItems",
  "minProperties",
  "minContains",
]);

/** The smaller, the stricter. */
export const UPPER_BOUNDS = new Set([
  "maximum",
  "exclusiveMaximum",
  "maxLength",
  "maxItems",
  "maxProperties",
  "maxContains",
]);

/** Keywords whose values all have to hold when several schemas are merged. */
export const CUMULATIVE_KEYWORDS = new Set(["pattern", "format", "multipleOf", "contentEncoding", "contentMediaType"]);

/** Subschemas of a part of the value: what they allow, the whole allows. By how they hold their schemas. */
export const PART_KEYWORDS = { items: "one", prefixItems: "list", patternProperties: "map" } as const;

/** Subschemas with logic of their own: they are equal or they are not. By how they hold their schemas. */
export const LOGIC_KEYWORDS = {
  not: "one",
  if: "one",
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: "one",
  else: "one",
  contains: "one",
  propertyNames: "one",
  unevaluatedItems: "one",
  contentSchema: "one",
  dependentSchemas: "map",
} as const;

export const OPENNESS_KEYWORDS = ["additionalProperties", "unevaluatedProperties"] as const;

export const FLAG_KEYWORDS = ["readOnly", "writeOnly", "deprecated", "uniqueItems"] as const;
export type FlagKeyword = (typeof FLAG_KEYWORDS)[number];
