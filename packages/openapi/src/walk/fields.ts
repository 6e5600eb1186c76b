import type { JsonObject } from "../document/json-object.ts";

/**
 * What a field of an OpenAPI document or a keyword of a schema holds. A field that is not listed holds one object, a list
 * of objects, or a plain value.
 */
interface Field {
  /**
   * `one` schema, a `list` of schemas, a `map` of them by name; `names`: a map of other objects; `data`: a value in which
   * nothing is a reference or a schema.
   */
  readonly holds?: "one" | "list" | "map" | "names" | "data";
  /** Whether the order of its list has no meaning. */
  readonly isUnordered?: true;
  /**
   * Of a keyword that holds schemas, what these describe: the same `value` as the schema around them, a `part` of it, or
   * the `condition` of others. Undefined where a value need not fit them.
   */
  readonly describes?: "value" | "part" | "condition";
  /** Whether it limits the type of a value, and does not only annotate or validate it further. */
  readonly isTyping?: true;
  /** Whether it speaks only to people: what is sent and read does not depend on it. */
  readonly isDocumentation?: true;
}

/** OpenAPI 3.1 and JSON Schema 2020-12. A new keyword is one row. */
const FIELDS: Readonly<Record<string, Field>> = {
  // Schemas.
  properties: { holds: "map", describes: "part", isTyping: true },
  patternProperties: { holds: "map", describes: "part", isTyping: true },
  dependentSchemas: { holds: "map" },
  $defs: { holds: "map" },
  allOf: { holds: "list", describes: "value", isTyping: true, isUnordered: true },
  anyOf: { holds: "list", describes: "value", isTyping: true, isUnordered: true },
  oneOf: { holds: "list", describes: "value", isTyping: true, isUnordered: true },
  prefixItems: { holds: "list", describes: "part", isTyping: true },
  items: { holds: "one", describes: "part", isTyping: true },
  additionalProperties: { holds: "one", describes: "part", isTyping: true },
  unevaluatedProperties: { holds: "one", describes: "part" },
  unevaluatedItems: { holds: "one", describes: "part" },
  contains: { holds: "one" },
  contentSchema: { holds: "one" },
  propertyNames: { holds: "one" },
  not: { holds: "one" },
  if: { holds: "one", describes: "condition" },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: { holds: "one", describes: "value" },
  else: { holds: "one", describes: "value" },
  dependentRequired: { holds: "data" },
  type: { isTyping: true, isUnordered: true },
  required: { isTyping: true, isUnordered: true },
  // Data.
  const: { holds: "data", isTyping: true },
  default: { holds: "data" },
  enum: { holds: "data", isTyping: true, isUnordered: true },
  example: { holds: "data", isDocumentation: true },
  // Documentation.
  title: { isDocumentation: true },
  summary: { isDocumentation: true },
  description: { isDocumentation: true },
  externalDocs: { isDocumentation: true },
  $comment: { isDocumentation: true },
  // `enter` reads what it holds.
  examples: { holds: "data", isDocumentation: true },
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
  variables: { holds: "names" },
  scopes: { holds: "data" },
  links: { holds: "names" },
  parameters: { holds: "names", isUnordered: true },
  tags: { isUnordered: true, isDocumentation: true },
  security: { holds: "data", isUnordered: true },
};

/** Of a schema, what it describes; `describes` of the table. */
export type Described = Field["describes"];

/** A place in a document: an object whose keys are fields, a map whose keys are names, or data. */
export type Context =
  | { readonly keys: "data" }
  | {
      readonly keys: "fields" | "names";
      readonly of?: "example" | "link" | undefined;
      readonly isSchema: boolean;
      readonly describes?: Described;
    };

export const ROOT: Context = { keys: "fields", isSchema: false };
export const SCHEMA: Context = { keys: "fields", isSchema: true };
const DATA: Context = { keys: "data" };

/**
 * Where a key leads to.
 *
 * @param holdsList whether the value is a list: `examples` is a list of data in a schema, and a map of Example Objects
 *   elsewhere; `parameters` is a list in an operation, and a map in `components`
 */
export function enter(context: Context, key: string | number, holdsList: boolean): Context {
  if (context.keys === "data" || typeof key === "number") return context;
  if (context.keys === "names") return { ...context, keys: "fields" };
  if (key.startsWith("x-")) return DATA;
  if (context.of === "example" && key === "value") return DATA;
  if (context.of === "link" && (key === "parameters" || key === "requestBody")) return DATA;
  if (key === "examples") return holdsList ? DATA : { keys: "names", of: "example", isSchema: false };
  const { holds, describes } = fieldNamed(key) ?? {};
  if (holds === "data") return DATA;
  if (holds === "names") {
    return { keys: holdsList ? "fields" : "names", of: key === "links" ? "link" : undefined, isSchema: false };
  }
  return { keys: holds === "map" ? "names" : "fields", isSchema: holds !== undefined, describes };
}

/** Whether the order of the list under a field has no meaning. */
export function isUnorderedField(field: string): boolean {
  return fieldNamed(field)?.isUnordered === true;
}

/** Whether a field holds objects by name or in a list, such as `responses` or `parameters`. */
export function holdsObjects(field: string): boolean {
  return fieldNamed(field)?.holds === "names";
}

/** Whether a keyword of a schema limits the type of a value. */
export function isTyping(keyword: string): boolean {
  return fieldNamed(keyword)?.isTyping === true;
}

/** Whether a keyword of a schema holds values and not schemas, such as `enum` or `example`. */
export function isData(keyword: string): boolean {
  return fieldNamed(keyword)?.holds === "data";
}

/** The keywords that hold schemas: one, a list, or a map by name. */
export function listSchemaKeywords(...forms: readonly ("one" | "list" | "map")[]): string[] {
  const keywords = Object.keys(FIELDS).filter((keyword) => keyword !== "schema" && keyword !== "schemas");
  return keywords.filter((keyword) => forms.some((form) => fieldNamed(keyword)?.holds === form));
}

/** A schema within a schema, the keyword that holds it, and what it describes. */
export interface Subschema {
  readonly keyword: string;
  readonly schema: unknown;
  readonly describes: Described;
}

/** The schemas directly within a schema, references not followed. */
export function subschemasOf(schema: JsonObject): Subschema[] {
  return Object.entries(schema).flatMap(([keyword, value]) =>
    (listSubschemas(keyword, value) ?? []).map(([, inner]) => ({
      keyword,
      schema: inner,
      describes: fieldNamed(keyword)?.describes,
    })),
  );
}

/** Whether a field or keyword is only for people, such as `description`. */
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
