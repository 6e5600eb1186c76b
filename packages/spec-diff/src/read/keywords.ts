import { isDocumentation, listSubschemas } from "@grid-sdk/openapi";

/**
 * How a keyword is compared. `merged`: with the types and properties; `ignored`: it has no meaning of its own; `flag`: set
 * or not; `lower` and `upper`: a bound; `cumulative`: all its values apply; `part`: schemas of a part of the value, which
 * allow what the whole allows; `openness`: a schema of undeclared properties.
 */
type Role = "merged" | "ignored" | "flag" | "lower" | "upper" | "cumulative" | "part" | "openness";

/** The keywords that the comparison judges. A new one is one row; if it holds schemas, openapi's `fields.ts` has another. */
const KEYWORDS = {
  type: "merged",
  enum: "merged",
  const: "merged",
  required: "merged",
  properties: "merged",
  $anchor: "ignored",
  $defs: "ignored",
  readOnly: "flag",
  writeOnly: "flag",
  deprecated: "flag",
  uniqueItems: "flag",
  minimum: "lower",
  exclusiveMinimum: "lower",
  minLength: "lower",
  minItems: "lower",
  minProperties: "lower",
  minContains: "lower",
  maximum: "upper",
  exclusiveMaximum: "upper",
  maxLength: "upper",
  maxItems: "upper",
  maxProperties: "upper",
  maxContains: "upper",
  pattern: "cumulative",
  format: "cumulative",
  multipleOf: "cumulative",
  contentEncoding: "cumulative",
  contentMediaType: "cumulative",
  items: "part",
  prefixItems: "part",
  patternProperties: "part",
  additionalProperties: "openness",
  unevaluatedProperties: "openness",
} as const satisfies Record<string, Role>;

export type Keyword<R extends Role> = {
  [K in keyof typeof KEYWORDS]: (typeof KEYWORDS)[K] extends R ? K : never;
}[keyof typeof KEYWORDS];

/**
 * The role of a keyword, `documentation`, or one of two for those without a row: `logic` if it holds schemas, which have
 * to be equal in meaning, else `unknown`.
 */
export function roleOf(keyword: string): Role | "documentation" | "logic" | "unknown" {
  if (isDocumentation(keyword)) return "documentation";
  if (Object.hasOwn(KEYWORDS, keyword)) return KEYWORDS[keyword as keyof typeof KEYWORDS];
  return listSubschemas(keyword, {}) ? "logic" : "unknown";
}

/** Whether a keyword has a role, for a type that says so. */
export function hasRole<R extends Role>(keyword: string, role: R): keyword is Keyword<R> {
  return roleOf(keyword) === role;
}

/** Whether a keyword is a bound and its values, as JSON, are numbers. */
export function isBound(keyword: string, values: readonly string[]): keyword is Keyword<"lower" | "upper"> {
  return /^(?:lower|upper)$/.test(roleOf(keyword)) && !values.map(Number).some(Number.isNaN);
}

/** Whether a field of `info` says something only to people, beside its texts: some by name, and all extensions. */
export function isDescriptiveInfo(field: string): boolean {
  return /^(?:contact|license|termsOfService|x-.*)$/.test(field);
}
