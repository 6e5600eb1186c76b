import { describe, expect, test } from "vitest";
import { isDocumentation, listSubschemas } from "./fields.ts";
import { isUnordered, mapSchemas, walk, withoutDocumentation } from "./walk.ts";

const data = { $ref: "#/just/data" };

/** The pointers to all `$ref`s that are references. */
const refsOf = (document: object) =>
  [...walk(document)].flatMap(({ object, keys }) => ("$ref" in object ? [keys.join("/")] : []));

describe("data has no references", () => {
  const rows: [name: string, document: object, refs: string[]][] = [
    ["a schema's examples", { components: { schemas: { A: { examples: [data] } } } }, []],
    [
      "a schema's example, default, const and enum",
      { components: { schemas: { A: { example: data, default: data, const: data, enum: [data] } } } },
      [],
    ],
    ["the value of an Example Object", { components: { examples: { a: { value: data } } } }, []],
    ["an extension", { paths: { "/a": { "x-ours": data } } }, []],
    ["the parameters of a link", { components: { links: { a: { parameters: { id: data }, requestBody: data } } } }, []],
    [
      "a discriminator's mapping",
      { components: { schemas: { A: { discriminator: { mapping: { $ref: "#/b" } } } } } },
      [],
    ],
  ];
  test.each(rows)("%s", (_, document, refs) => {
    expect(refsOf(document)).toEqual(refs);
  });
});

describe("names that the API chose are not fields", () => {
  const rows: [name: string, document: object, refs: string[]][] = [
    [
      "a property called example",
      { components: { schemas: { A: { properties: { example: data } } } } },
      ["components/schemas/A/properties/example"],
    ],
    [
      "a property called examples, value or x-y",
      { components: { schemas: { A: { properties: { examples: data, value: data, "x-y": data } } } } },
      ["examples", "value", "x-y"].map((name) => `components/schemas/A/properties/${name}`),
    ],
    ["a schema called default", { components: { schemas: { default: data } } }, ["components/schemas/default"]],
    [
      "a response called default",
      { paths: { "/a": { get: { responses: { default: data } } } } },
      ["paths//a/get/responses/default"],
    ],
    [
      "an Example Object that is a reference",
      { components: { examples: { value: data } } },
      ["components/examples/value"],
    ],
    [
      "a property called properties",
      { components: { schemas: { A: { properties: { properties: { properties: { a: data } } } } } } },
      ["components/schemas/A/properties/properties/properties/a"],
    ],
  ];
  test.each(rows)("%s", (_, document, refs) => {
    expect(refsOf(document)).toEqual(refs);
  });
});

test("a part of a document is read by its place", () => {
  const refsIn = (value: object, ...keys: string[]) => [...walk(value, keys)].filter(({ object }) => "$ref" in object);
  expect(refsIn({ value: data }, "components", "examples", "a")).toHaveLength(0);
  expect(refsIn({ value: data }, "components", "schemas", "a", "properties")).toHaveLength(1);
});

test("every schema of a document is mapped, innermost first, and nothing else", () => {
  const leaf = { type: "string" };
  const document = {
    paths: {
      "/a": {
        parameters: [{ name: "id", schema: leaf }],
        get: {
          responses: {
            200: { content: { "application/json": { schema: { allOf: [leaf], items: leaf }, example: leaf } } },
          },
        },
      },
    },
    components: {
      schemas: { schema: { properties: { schema: leaf }, additionalProperties: false } },
      examples: { a: { value: leaf } },
    },
  };
  const at: string[] = [];
  mapSchemas(document, (schema, keys) => {
    at.push(keys.join("/"));
    return schema;
  });
  const body = "paths//a/get/responses/200/content/application/json/schema";
  expect(at).toEqual([
    "paths//a/parameters/0/schema",
    `${body}/allOf/0`,
    `${body}/items`,
    body,
    "components/schemas/schema/properties/schema",
    "components/schemas/schema",
  ]);
});

test.each<[keys: (string | number)[], isUnordered: boolean]>([
  [["components", "schemas", "A", "required"], true],
  [["components", "schemas", "A", "enum"], true],
  [["components", "schemas", "A", "oneOf"], true],
  [["components", "schemas", "A", "prefixItems"], false],
  [["components", "schemas", "A", "properties", "required"], false],
  [["components", "schemas", "A", "properties", "a", "required"], true],
  [["components", "schemas", "A", "example", "required"], false],
  [["components", "schemas", "A", "examples", 0, "required"], false],
  [["components", "examples", "a", "value", "tags"], false],
  [["paths", "/a", "get", "parameters"], true],
  [["paths", "/a", "get", "tags"], true],
  [["paths", "/a", "servers"], false],
])("the order of the list at %j has no meaning: %s", (keys, expected) => {
  expect(isUnordered(keys)).toBe(expected);
});

test("a part without its documentation keeps names and data that look like it", () => {
  const schema = {
    title: "A thing",
    properties: { description: { type: "string", description: "What it is." } },
    default: { title: "a" },
    allOf: [{ examples: ["a"], "x-displayName": "A", "x-rate": 1 }],
  };
  expect(withoutDocumentation(schema)).toEqual({
    properties: { description: { type: "string" } },
    default: { title: "a" },
    allOf: [{ "x-rate": 1 }],
  });
});

test.each<[keyword: string, value: unknown, names: string[] | undefined]>([
  ["not", { type: "string" }, ["not"]],
  ["prefixItems", [true, false], ["prefixItems/0", "prefixItems/1"]],
  ["dependentSchemas", { a: true }, ["dependentSchemas/a"]],
  ["dependentSchemas", undefined, []],
  ["enum", ["a"], undefined],
  ["toString", {}, undefined],
])("the schemas under %s %j", (keyword, value, names) => {
  expect(listSubschemas(keyword, value)?.map(([name]) => name)).toEqual(names);
});

test("documentation is what speaks only to people", () => {
  const fields = ["description", "tags", "x-logo", "x-rate", "type", "constructor"];
  expect(fields.filter(isDocumentation)).toEqual(["description", "tags", "x-logo"]);
});
