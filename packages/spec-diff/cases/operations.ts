import { between, type Case, document, type Json, object, type Parts, ref, response, text, whole } from "./case.ts";

const answers = { responses: { "200": response(object({})) } };
const readThing = { get: { operationId: "readThing", summary: "Read", ...answers } };
const makeThing = { operationId: "makeThing", summary: "Make a thing", ...answers };
const id = { name: "id", in: "path", required: true, schema: text };
const key = { name: "key", in: "path", required: true, schema: text };
const limit = { name: "limit", in: "query", schema: whole };
const header = { name: "Request-Id", in: "header", schema: text };
const atPath = (path: string, item: object) => ({ root: { paths: { [path]: item } } });

const ofBox = { "x-required-when": { body: { kind: "BOX" } } };
const ofAny = { ...header, "x-required-when": { body: { kind: ["BOX", "BAG"] } } };
const kindOf = (kind: string) => object({ kind: { enum: [kind] } }, ["kind"]);
/** A body of some kinds, and the parameters beside it. */
const withKinds = (parameter: Json, kinds: readonly string[] = ["BOX", "BAG"], ...others: Json[]): Parts => ({
  parameters: [parameter, ...others],
  body: {
    oneOf: kinds.map((kind) => ref(kind)),
    discriminator: {
      propertyName: "kind",
      mapping: Object.fromEntries(kinds.map((kind) => [kind, ref(kind)["$ref"]])),
    },
  },
  schemas: { BOX: kindOf("BOX"), BAG: kindOf("BAG") },
});

/** Rows about operations, parameters, headers and security. */
export const operationCases: Case[] = [
  between("an operation is removed", { item: readThing }, {}, ["breaking", "operation-removed"]),
  between("an operation is added", {}, { item: readThing }, ["minor", "operation-added"]),
  between("a path is removed", {}, { root: { paths: {} } }, ["breaking", "operation-removed"]),
  between("a method is replaced by another", {}, { root: { paths: { "/things/{id}": { put: makeThing } } } }, [
    "breaking",
    "operation-moved",
  ]),
  between("an operation moves to another path", atPath("/a", { post: makeThing }), atPath("/b", { post: makeThing }), [
    "breaking",
    "operation-moved",
  ]),
  between("an operationId changes", {}, { operation: { operationId: "createThing" } }, [
    "breaking",
    "operation-id-changed",
  ]),
  between(
    "a path parameter is renamed",
    { ...atPath("/t/{id}", { post: { ...makeThing, parameters: [id] } }) },
    { ...atPath("/t/{key}", { post: { ...makeThing, parameters: [key] } }) },
    ["breaking"],
  ),
  between("an operation is deprecated", {}, { operation: { deprecated: true } }, ["minor", "deprecated-set"]),
  between("an operation is no longer deprecated", { operation: { deprecated: true } }, {}, [
    "docs",
    "deprecated-unset",
  ]),

  between("an optional parameter is added", { parameters: [id] }, { parameters: [id, limit] }, [
    "minor",
    "parameter-added",
  ]),
  between("a required parameter is added", { parameters: [id] }, { parameters: [id, { ...limit, required: true }] }, [
    "breaking",
    "required-parameter-added",
  ]),
  between("a required header is added", {}, { parameters: [{ ...header, required: true }] }, [
    "breaking",
    "required-parameter-added",
  ]),
  between("an optional header is added", {}, { parameters: [header] }, ["minor", "parameter-added"]),
  between("a parameter is removed", { parameters: [id, limit] }, { parameters: [id] }, [
    "breaking",
    "parameter-removed",
  ]),
  between("a parameter is renamed", { parameters: [limit] }, { parameters: [{ ...limit, name: "size" }] }, [
    "breaking",
    "parameter-removed",
  ]),
  between(
    "a parameter moves from the query to a header",
    { parameters: [limit] },
    { parameters: [{ ...limit, in: "header" }] },
    ["breaking", "parameter-removed"],
  ),
  between("a parameter becomes required", { parameters: [limit] }, { parameters: [{ ...limit, required: true }] }, [
    "breaking",
    "parameter-became-required",
  ]),
  between("a parameter becomes optional", { parameters: [{ ...limit, required: true }] }, { parameters: [limit] }, [
    "minor",
    "parameter-became-optional",
  ]),
  between("a parameter becomes required for a kind of body", withKinds(header), withKinds({ ...header, ...ofBox }), [
    "breaking",
    "parameter-became-required-with",
  ]),
  between("a parameter is required for one more kind of body", withKinds({ ...header, ...ofBox }), withKinds(ofAny), [
    "breaking",
    "parameter-became-required-with",
  ]),
  between("a parameter is required for fewer kinds of body", withKinds(ofAny), withKinds({ ...header, ...ofBox }), [
    "minor",
    "parameter-became-optional-with",
  ]),
  between(
    "a parameter is required for a new kind of body",
    withKinds(header, ["BAG"]),
    withKinds({ ...header, ...ofBox }),
    ["minor", "parameter-required-with-new"],
  ),
  between(
    "a parameter is required for a kind of body that nothing distinguished before",
    { parameters: [header], body: object({ kind: text }, ["kind"]) },
    withKinds({ ...header, ...ofBox }),
    ["breaking", "parameter-became-required-with"],
  ),
  between(
    "a parameter is required for every body, and was required for one kind",
    withKinds({ ...header, ...ofBox }),
    withKinds({ ...header, required: true }),
    ["breaking", "parameter-became-required"],
  ),
  between(
    "a parameter stays required only for a kind of body",
    withKinds({ ...header, required: true }),
    withKinds({ ...header, ...ofBox }),
    ["minor", "parameter-became-optional"],
  ),
  between(
    "a parameter is added that a kind of body requires",
    withKinds(limit),
    withKinds(limit, ["BOX", "BAG"], { ...header, ...ofBox }),
    ["breaking", "required-parameter-added"],
  ),
  between("a parameter is deprecated", { parameters: [limit] }, { parameters: [{ ...limit, deprecated: true }] }, [
    "minor",
    "deprecated-set",
  ]),
  between("a parameter changes its type", { parameters: [limit] }, { parameters: [{ ...limit, schema: text }] }, [
    "breaking",
    "type-changed",
  ]),
  between(
    "a parameter accepts numbers instead of integers",
    { parameters: [limit] },
    { parameters: [{ ...limit, schema: { type: "number" } }] },
    ["minor", "type-changed"],
  ),
  between(
    "a parameter is sent in another form",
    { parameters: [limit] },
    { parameters: [{ ...limit, explode: false }] },
    ["breaking", "parameter-form-changed"],
  ),
  between(
    "a parameter names its default form",
    { parameters: [limit] },
    { parameters: [{ ...limit, style: "form", explode: true, required: false }] },
    ["none"],
  ),
  between("parameters change their order", { parameters: [id, limit] }, { parameters: [limit, id] }, ["none"]),
  between(
    "a parameter moves from the path item to the operation",
    { item: { parameters: [limit] } },
    { parameters: [limit] },
    ["none"],
  ),
  between(
    "a parameter moves from the operation to the path item",
    { parameters: [limit] },
    { item: { parameters: [limit] } },
    ["none"],
  ),
  between(
    "an operation replaces a parameter of its path item with a stricter one",
    { item: { parameters: [limit] } },
    { item: { parameters: [limit] }, parameters: [{ ...limit, required: true }] },
    ["breaking", "parameter-became-required"],
  ),
  between(
    "a parameter becomes a component, and authentication is no longer required",
    { parameters: [limit] },
    {
      parameters: [{ $ref: "#/components/parameters/Limit" }],
      root: { components: { parameters: { Limit: limit } }, security: [] },
    },
    ["breaking", "security-removed"],
  ),

  between("a body is removed", { body: object({}) }, {}, ["breaking", "body-removed"]),
  between("a required body is added", {}, { body: object({}) }, ["breaking", "body-added"]),
  between("an optional body is added", {}, { body: object({}), operation: { requestBody: { content: {} } } }, [
    "minor",
    "body-added",
  ]),
  between(
    "a body becomes required",
    { operation: { requestBody: response(text) } },
    { operation: { requestBody: { required: true, ...response(text) } } },
    ["breaking", "body-became-required"],
  ),
  between(
    "a body becomes optional",
    { operation: { requestBody: { required: true, ...response(text) } } },
    { operation: { requestBody: response(text) } },
    ["minor", "body-became-optional"],
  ),

  between("a security alternative is removed", { operation: { security: [{ Basic: [] }, {}] } }, {}, [
    "breaking",
    "security-removed",
  ]),
  between("a security alternative is added", {}, { operation: { security: [{ Basic: [] }, {}] } }, [
    "minor",
    "security-added",
  ]),
  between(
    "a scope is added to a security requirement",
    { operation: { security: [{ Basic: ["read"] }] } },
    { operation: { security: [{ Basic: ["read", "write"] }] } },
    ["breaking", "security-removed"],
  ),
  between("an operation repeats the document's security", {}, { operation: { security: [{ Basic: [] }] } }, ["none"]),
  between("authentication is required where none was", { operation: { security: [] } }, {}, [
    "breaking",
    "security-removed",
  ]),
  {
    name: "a security scheme becomes another one",
    before: document(),
    after: document({ root: { components: { securitySchemes: { Basic: { type: "http", scheme: "bearer" } } } } }),
    level: "breaking",
    kind: "security-removed",
  },
  between(
    "a security scheme is renamed",
    {},
    {
      root: {
        security: [{ Token: [] }],
        components: { securitySchemes: { Token: { type: "http", scheme: "basic" } } },
      },
    },
    ["none"],
  ),
  between("the server moves", {}, { root: { servers: [{ url: "https://other.example" }] } }, [
    "breaking",
    "server-removed",
  ]),
  between("a server is added", {}, { root: { servers: [{ url: "https://things.example" }, { url: "/b" }] } }, [
    "minor",
    "server-added",
  ]),
];
