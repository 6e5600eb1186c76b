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
  example: { holds: "data" },
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
  tags: { isUnordered: true },
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
  const holds = Object.hasOwn(FIELDS, key) ? FIELDS[key]?.holds : undefined;
  if (holds === "data") return DATA;
  if (holds === "names") {
    return { keys: holdsList ? "fields" : "names", of: key === "links" ? "link" : undefined, isSchema: false };
  }
  return { keys: holds === "map" ? "names" : "fields", isSchema: holds !== undefined };
}

/** Whether the order of the list under a field says nothing. */
export function isUnorderedField(field: string): boolean {
  return Object.hasOwn(FIELDS, field) && FIELDS[field]?.isUnordered === true;
}
