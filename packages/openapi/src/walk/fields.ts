/**
 * What a field of an OpenAPI document or a keyword of a schema holds. A field that is not listed holds one object, or
 * a list of objects, or a plain value.
 */
interface Field {
  /**
   * `one` schema, a `list` of schemas, a `map` of them by name; `names`: a map of other objects; `data`: a value in which
   * nothing is a reference or a schema.
   */
  readonly holds?: "one" | "list" | "map" | "names" | "data";
  /** Whether the order of its list says nothing. */
  readonly isUnordered?: true;
  /** Whether it speaks only to people: what is sent and read does not depend on it. */
  readonly isDocumentation?: true;
}

/** OpenAPI 3.1 and JSON Schema 2020-12. A new keyword is one row. */
const FIELDS: Readonly<Record<string, Field>> = {
  // Schemas.
  properties: { holds: "map" },
  patternProperties: { holds: "map" },
  dependentSchemas: { holds: "map" },
  $defs: { holds: "map" },
  allOf: { holds: "list", isUnordered: true },
  anyOf: { holds: "list", isUnordered: true },
  oneOf: { holds: "list", isUnordered: true },
  prefixItems: { holds: "list" },
  items: { holds: "one" },
  additionalProperties: { holds: "one" },
  unevaluatedProperties: { holds: "one" },
  unevaluatedItems: { holds: "one" },
  contains: { holds: "one" },
  contentSchema: { holds: "one" },
  propertyNames: { holds: "one" },
  not: { holds: "one" },
  if: { holds: "one" },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: { holds: "one" },
  else: { holds: "one" },
  type: { isUnordered: true },
  required: { isUnordered: true },
  // Data.
  const: { holds: "data" },
  default: { holds: "data" },
  enum: { holds: "data", isUnordered: true },
  example: { holds: "data", isDocumentation: true },
  // Documentation.
  title: { isDocumentation: true },
  summary: { isDocumentation: true },
  description: { isDocumentation: true },
  externalDocs: { isDocumentation: true },
  $comment: { isDocumentation: true },
  // `enter` reads what it holds.
  examples: { isDocumentation: true },
  // Extensions that only renderers of documentation read, as their own manuals say.
  "x-codeSamples": { isDocumentation: true },
  "x-displayName": { isDocumentation: true },
  "x-enum-descriptions": { isDocumentation: true },
  "x-enumDescriptions": { isDocumentation: true },
  "x-logo": { isDocumentation: true },
  "x-tagGroups": { isDocumentation: true },
  // OpenAPI's objects.
  schema: { holds: "one" },
  schemas: { holds: "map" },
  paths: { holds: "names" },
  pathItems: { holds: "names" },
  webhooks: { holds: "names" },
  callbacks: { holds: "names" },
  responses: { holds: "names" },
  headers: { holds: "names" },
  content: { holds: "names" },
  encoding: { holds: "names" },
  requestBodies: { holds: "names" },
  securitySchemes: { holds: "names" },
  mapping: { holds: "data" },
  variables: { holds: "data" },
  scopes: { holds: "data" },
  links: { holds: "names" },
  parameters: { holds: "names", isUnordered: true },
  tags: { isUnordered: true, isDocumentation: true },
  security: { isUnordered: true },
};

/** Where one stands in a document: in an object whose keys are fields, in a map whose keys are names, or in data. */
export type Context =
  | { readonly keys: "fields"; readonly of?: "example" | "link" | undefined; readonly isSchema: boolean }
  | { readonly keys: "names"; readonly of?: "example" | "link" | undefined; readonly isSchema: boolean }
  | { readonly keys: "data" };

export const ROOT: Context = { keys: "fields", isSchema: false };
export const SCHEMA: Context = { keys: "fields", isSchema: true };
const DATA: Context = { keys: "data" };

/**
 * Where a key leads to.
 *
 * @param holdsList whether a list stands there: `examples` are data as a list, which a schema has, and Example Objects
 *   by name elsewhere; `parameters` are a list in an operation and a map in `components`
 */
export function enter(context: Context, key: string | number, holdsList: boolean): Context {
  if (context.keys === "data" || typeof key === "number") return context;
  if (context.keys === "names") return { ...context, keys: "fields" };
  if (key.startsWith("x-")) return DATA;
  if (context.of === "example" && key === "value") return DATA;
  if (context.of === "link" && (key === "parameters" || key === "requestBody")) return DATA;
  if (key === "examples") return holdsList ? DATA : { keys: "names", of: "example", isSchema: false };
  const holds = fieldNamed(key)?.holds;
  if (holds === "data") return DATA;
  if (holds === "names") {
    return { keys: holdsList ? "fields" : "names", of: key === "links" ? "link" : undefined, isSchema: false };
  }
  return { keys: holds === "map" ? "names" : "fields", isSchema: holds !== undefined };
}

/** Whether the order of the list under a field says nothing. */
export function isUnorderedField(field: string): boolean {
  return fieldNamed(field)?.isUnordered === true;
}

/** Whether a field or keyword speaks only to people, such as `description`. */
export function isDocumentation(field: string): boolean {
  return fieldNamed(field)?.isDocumentation === true;
}

/** The schemas under a keyword by their names: `items`, `prefixItems/0`; undefined if it holds no schemas. */
export function listSubschemas(keyword: string, value: unknown): [name: string, schema: unknown][] | undefined {
  const holds = fieldNamed(keyword)?.holds;
  if (holds === "one") return [[keyword, value]];
  if (holds !== "list" && holds !== "map") return undefined;
  return Object.entries(value ?? {}).map(([name, schema]) => [`${keyword}/${name}`, schema]);
}

function fieldNamed(name: string): Field | undefined {
  return Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
}
