import {
  between,
  type Case,
  type Expected,
  type Json,
  json,
  object,
  ref,
  response,
  schemaCases,
  text,
} from "./case.ts";

const both = (...expected: Expected) => ({ request: expected, response: expected });
const a = (more: Json) => object({ a: { ...text, ...more } });
const limit = { name: "limit", in: "query", schema: text };
const info = { title: "Things", version: "1" };
const x = { "x-rate": 1 };

const webhook = (schema: unknown, more: Json = {}) => ({
  webhooks: { made: { post: { requestBody: json(schema), responses: { "200": { description: "Seen." } }, ...more } } },
});
const named = (...names: string[]) => ({
  responses: {
    "200": {
      description: "A response.",
      content: {
        "application/json": {
          schema: object({ id: text }),
          examples: Object.fromEntries(names.map((name) => [name, { value: { id: "1" } }])),
        },
      },
    },
  },
});

/** Rows about documentation, and what is not known to be documentation. */
export const documentationCases: Case[] = [
  ...schemaCases(
    "a description changes",
    a({ description: "One." }),
    a({ description: "Another." }),
    both("docs", "description-changed"),
  ),
  ...schemaCases("a title is added", a({}), a({ title: "A" }), both("docs", "title-changed")),
  ...schemaCases("examples change", a({ examples: ["x"] }), a({ examples: ["y"] }), both("docs", "examples-changed")),
  ...schemaCases("an example is removed", a({ example: "x" }), a({}), both("docs", "example-changed")),
  ...schemaCases(
    "descriptions of an enum's values are added for renderers",
    a({}),
    a({ "x-enumDescriptions": { x: "The first." } }),
    both("docs", "x-enumDescriptions-changed"),
  ),
  between("code samples are added for renderers", {}, { operation: { "x-codeSamples": [] } }, [
    "docs",
    "x-codeSamples-changed",
  ]),
  ...schemaCases("a comment is added", a({}), a({ $comment: "Why." }), both("docs")),
  ...schemaCases(
    "a link to documentation is added",
    a({}),
    a({ externalDocs: { url: "https://docs.example" } }),
    both("docs"),
  ),
  ...schemaCases(
    "properties with the names of documentation keywords are added",
    object({ a: text }),
    object({ a: text, description: text, title: text, example: text }),
    both("minor", "property-added"),
  ),
  ...schemaCases(
    "a property called description changes its type",
    object({ description: text }),
    object({ description: { type: "integer" } }),
    both("breaking", "type-changed"),
  ),
  between("a summary changes", {}, { operation: { summary: "Create a thing" } }, ["docs", "summary-changed"]),
  between("a named example of a response is renamed", named("first"), named("made"), ["breaking", "example-removed"]),
  between("a named example of a response is removed", named("first", "made"), named("made"), [
    "breaking",
    "example-removed",
  ]),
  between("a named example of a response is added", named("made"), named("made", "other"), ["docs"]),
  between("tags change", {}, { operation: { tags: ["Things"] } }, ["docs", "tags-changed"]),
  between("tags change their order", { operation: { tags: ["A", "B"] } }, { operation: { tags: ["B", "A"] } }, [
    "none",
  ]),
  between("the document's tags change", {}, { root: { tags: [{ name: "Things" }] } }, ["docs", "tags-changed"]),
  between("the version changes", {}, { root: { info: { ...info, version: "2" } } }, ["minor", "version-changed"]),
  between("an extension of `info` changes", {}, { root: { info: { ...info, "x-revision-date": "2026-01-01" } } }, [
    "docs",
    "x-revision-date-changed",
  ]),
  between("a license is added", {}, { root: { info: { ...info, license: { name: "MIT" } } } }, ["docs"]),
  between(
    "a response's description changes",
    {},
    { responses: { "200": { ...response(object({ id: text })), description: "Made." } } },
    ["docs", "description-changed"],
  ),
  between(
    "a parameter is described",
    { parameters: [limit] },
    { parameters: [{ ...limit, description: "At most." }] },
    ["docs", "description-changed"],
  ),
  between(
    "parameters that are described change their order",
    { parameters: [limit, { ...limit, name: "b", description: "B." }] },
    { parameters: [{ ...limit, name: "b", description: "B." }, limit] },
    ["none"],
  ),
  ...schemaCases(
    "branches of `allOf` that describe the same property change their order",
    { allOf: [a({ description: "One." }), a({ description: "Two." })] },
    { allOf: [a({ description: "Two." }), a({ description: "One." })] },
    both("none"),
  ),
  ...schemaCases(
    "branches of `allOf` that share a property change their order, and one of them a description",
    { allOf: [object({ a: text, b: text }), object({ a: { ...text, maxLength: 3, description: "Two." } })] },
    { allOf: [object({ a: { ...text, maxLength: 3, description: "2." } }), object({ a: text, b: text })] },
    both("docs", "description-changed"),
  ),
  between(
    "the default dialect is named",
    {},
    { root: { jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema" } },
    ["none"],
  ),
  between("the patch version of OpenAPI changes", {}, { root: { openapi: "3.1.1" } }, ["none"]),

  between("the dialect changes", {}, { root: { jsonSchemaDialect: "https://json-schema.org/draft/2019-09/schema" } }, [
    "breaking",
    "dialect-changed",
  ]),
  ...schemaCases("an unknown keyword is added", a({}), a(x), both("breaking", "unknown-keyword")),
  ...schemaCases("an unknown keyword changes", a(x), a({ "x-rate": 2 }), both("breaking", "unknown-keyword")),
  ...schemaCases("an unknown keyword is removed", a(x), a({}), both("breaking", "unknown-keyword")),
  ...schemaCases("an unknown keyword stays", a(x), a({ ...x, description: "One." }), both("docs")),
  ...schemaCases(
    "`nullable` of OpenAPI 3.0 is added",
    a({}),
    a({ nullable: true }),
    both("breaking", "unknown-keyword"),
  ),
  ...schemaCases(
    "a condition changes",
    a({ not: { const: "x" } }),
    a({ not: { const: "y" } }),
    both("breaking", "not-changed"),
  ),
  ...schemaCases("a condition changes behind a reference", a({ if: ref("If") }), a({ if: ref("If") }), both("none"), {
    If: text,
  }),
  ...schemaCases(
    "names of properties are constrained",
    object({}),
    object({}, [], { propertyNames: { maxLength: 3 } }),
    both("breaking", "propertyNames-changed"),
  ),
  ...schemaCases(
    "properties depend on each other",
    object({}),
    object({}, [], { dependentRequired: { a: ["b"] } }),
    both("breaking", "unknown-keyword"),
  ),
  between("an unknown field of an operation", {}, { operation: x }, ["breaking", "unknown-field"]),
  between("an unknown field of a path", {}, { item: x }, ["breaking", "unknown-field"]),
  between("an unknown field of the document", {}, { root: x }, ["breaking", "unknown-field"]),
  between("an unknown field of a parameter", { parameters: [limit] }, { parameters: [{ ...limit, ...x }] }, [
    "breaking",
    "unknown-field",
  ]),
  between(
    "an unknown field of a response",
    {},
    { responses: { "200": { ...response(object({ id: text })), links: { self: {} } } } },
    ["breaking", "unknown-field"],
  ),
  between("a webhook is added", {}, { root: webhook(object({ id: text })) }, ["minor", "webhook-added"]),
  between("a webhook is removed", { root: webhook(object({ id: text })) }, {}, ["breaking", "webhook-removed"]),
  between(
    "a webhook's texts change",
    { root: webhook(object({ id: text })) },
    { root: webhook(object({ id: { ...text, example: "x" } }), { summary: "Made", tags: ["Webhooks"] }) },
    ["docs"],
  ),
  between(
    "a webhook gets a property",
    { root: webhook(object({ id: text })) },
    { root: webhook(object({ id: text, name: text }, ["name"])) },
    ["minor", "property-added"],
  ),
  between(
    "a webhook loses a property",
    { root: webhook(object({ id: text, name: text })) },
    { root: webhook(object({ id: text })) },
    ["breaking", "property-removed"],
  ),
  between("a callback is added", {}, { operation: { callbacks: { made: {} } } }, ["breaking", "unknown-field"]),
  between("servers are added to one operation", {}, { operation: { servers: [{ url: "/b" }] } }, [
    "breaking",
    "unknown-field",
  ]),
];
