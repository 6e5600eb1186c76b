import { listSchemaKeywords, METHODS } from "@grid-sdk/openapi";

/** What an object of an OpenAPI document contains. A field that is not listed contains data, or no object. */
export interface ObjectKind {
  /** Fields with one object of a kind, or a list of them. */
  readonly fields?: Readonly<Record<string, KindName>>;
  /** Fields with objects of a kind by name. The names are the API's, not keywords. */
  readonly maps?: Readonly<Record<string, KindName>>;
  /** The kind of all other fields, except for extensions (`x-…`). */
  readonly rest?: KindName;
  /** Fields that are a text only in this kind. */
  readonly texts?: readonly string[];
}

export type KindName =
  | "document"
  | "plain"
  | "server"
  | "tag"
  | "components"
  | "paths"
  | "pathItem"
  | "operation"
  | "callback"
  | "parameter"
  | "requestBody"
  | "responses"
  | "response"
  | "link"
  | "mediaType"
  | "encoding"
  | "example"
  | "schema";

const OPERATIONS = Object.fromEntries(METHODS.map((method) => [method, "operation" as const]));
const toSchemas = (keywords: readonly string[]) =>
  Object.fromEntries(keywords.map((keyword) => [keyword, "schema" as const]));

/** The objects of OpenAPI 3.1 (section 4.8) and where each contains others. `plain` contains none. */
export const OBJECT_KINDS: Readonly<Record<KindName, ObjectKind>> = {
  document: {
    fields: {
      info: "plain",
      externalDocs: "plain",
      servers: "server",
      tags: "tag",
      paths: "paths",
      components: "components",
    },
    maps: { webhooks: "pathItem" },
  },
  plain: {},
  server: { maps: { variables: "plain" } },
  tag: { fields: { externalDocs: "plain" } },
  components: {
    maps: {
      schemas: "schema",
      responses: "response",
      parameters: "parameter",
      examples: "example",
      requestBodies: "requestBody",
      headers: "parameter",
      securitySchemes: "plain",
      links: "link",
      callbacks: "callback",
      pathItems: "pathItem",
    },
  },
  paths: { rest: "pathItem" },
  pathItem: { fields: { ...OPERATIONS, servers: "server", parameters: "parameter" } },
  operation: {
    fields: {
      externalDocs: "plain",
      servers: "server",
      parameters: "parameter",
      requestBody: "requestBody",
      responses: "responses",
    },
    maps: { callbacks: "callback" },
  },
  callback: { rest: "pathItem" },
  // A header is a parameter without a name.
  parameter: { fields: { schema: "schema" }, maps: { examples: "example", content: "mediaType" } },
  requestBody: { maps: { content: "mediaType" } },
  responses: { rest: "response" },
  response: { maps: { headers: "parameter", content: "mediaType", links: "link" } },
  link: { fields: { server: "server" } },
  mediaType: { fields: { schema: "schema" }, maps: { examples: "example", encoding: "encoding" } },
  encoding: { maps: { headers: "parameter" } },
  example: { texts: ["value"] },
  schema: {
    texts: ["title"],
    fields: { ...toSchemas(listSchemaKeywords("one", "list")), externalDocs: "plain" },
    maps: toSchemas(listSchemaKeywords("map")),
  },
};
