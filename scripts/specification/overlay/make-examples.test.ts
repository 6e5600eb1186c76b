import { type JsonObject } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { makeExamples } from "./make-examples.ts";
import { settleExamples } from "./settle-examples.ts";

const at = (schema: object, rest: object = {}) => ({
  description: "",
  content: { "application/json": { schema, ...rest } },
});
const documentOf = (response: object, schemas: object = {}): JsonObject => ({
  openapi: "3.1.0",
  jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
  paths: { "/a": { get: { responses: { "200": response } } } },
  components: { schemas },
});
const settle = (document: JsonObject) => ({ document, leftOut: settleExamples(document) });
const TARGET = "$['paths']['/a']['get']['responses']['200']['content']['application/json']";
const examplesOf = (document: JsonObject) =>
  makeExamples(document).actions.map(({ update }) => (update as { examples: JsonObject }).examples);

describe("examples made of a schema", () => {
  test("fit it, and are marked as made", () => {
    const schema = { type: "object", required: ["a"], properties: { a: { type: "string", enum: ["x"] } } };
    expect(makeExamples(documentOf(at(schema)))).toEqual({
      actions: [{ target: TARGET, "x-made": true, update: { examples: { made: { value: { a: "x" } } } } }],
      made: ["GET /a, 200"],
      missing: [],
      remade: [],
    });
  });

  test("are one for each branch of a union by its discriminator, if the branch has no example", () => {
    const kind = { type: "object", required: ["kind"], properties: { kind: { enum: ["cat", "fox"] } } };
    const union = {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Fox" }],
      discriminator: { propertyName: "kind", mapping: { cat: "Cat", fox: "#/components/schemas/Fox" } },
    };
    const Fox = { ...kind, required: ["kind", "tail"], properties: { ...kind.properties, tail: { type: "boolean" } } };
    const Cat = { ...kind, additionalProperties: false };
    const made = { madeCat: { value: { kind: "cat" } }, madeFox: { value: { kind: "fox", tail: true } } };
    expect(examplesOf(documentOf(at(union), { Cat, Fox }))).toEqual([made]);
    const some = { examples: { cat: { value: { kind: "cat" } } } };
    expect(examplesOf(documentOf(at(union, some), { Cat, Fox }))).toEqual([{ madeFox: made.madeFox }]);
  });

  test("have properties that the schema names, and invent none", () => {
    const schema = {
      type: "object",
      minProperties: 1,
      properties: { a: { type: "string", pattern: "^(x|y)$", minLength: 1 }, b: { type: "integer", minimum: 7 } },
    };
    const [examples] = examplesOf(documentOf(at(schema)));
    const { made } = examples as { made: { value: object } };
    expect(Object.keys(made.value).every((name) => name === "a" || name === "b")).toBe(true);
    expect(Object.keys(made.value)).not.toEqual([]);
  });

  test("keep the name and the words of one that does not fit any more, with what is missing", () => {
    const kind = (value: string, more: object = {}) => ({
      type: "object",
      required: ["kind", ...Object.keys(more)],
      properties: { kind: { enum: [value] }, name: { type: "string" }, ...more },
      additionalProperties: false,
    });
    const union = {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Fox" }],
      discriminator: {
        propertyName: "kind",
        mapping: { CAT: "#/components/schemas/Cat", FOX: "#/components/schemas/Fox" },
      },
    };
    const named = {
      tom: { summary: "Tom", value: { kind: "CAT", name: "Tom", gone: 1 } },
      fox: { value: { kind: "FOX", name: "Ned" } },
      emu: { value: { kind: "EMU", name: "Rod" } },
    };
    const schemas = { Cat: kind("CAT"), Fox: kind("FOX", { tail: { type: "boolean" } }) };
    const { document, leftOut } = settle(documentOf(at(union, { examples: named }), schemas));
    const { actions, remade, made } = makeExamples(document, undefined, leftOut);
    expect(actions.map(({ update }) => update)).toEqual([
      {
        examples: {
          tom: { summary: "Tom", value: { kind: "CAT", name: "Tom" } },
          fox: { value: { kind: "FOX", name: "Ned", tail: true } },
        },
      },
    ]);
    expect(remade.map(({ name }) => name)).toEqual(["tom", "fox"]);
    expect(made).toEqual([]);
  });

  test("are made once for a body that several operations share", () => {
    const document = documentOf({ $ref: "#/components/responses/Shared" });
    const paths = document["paths"] as { [path: string]: unknown };
    paths["/b"] = paths["/a"];
    (document["components"] as JsonObject)["responses"] = { Shared: at({ type: "string" }) };
    expect(makeExamples(document).actions.map(({ target }) => target)).toEqual([
      "$['components']['responses']['Shared']['content']['application/json']",
    ]);
  });

  const text = { type: "string" };
  test.each<[kind: string, schema: object]>([
    ["a pattern", { type: "object", required: ["a"], properties: { a: { type: "string", pattern: "^[0-9]{3}$" } } }],
    ["what is required and not described", { type: "object", required: ["a"], additionalProperties: text }],
    ["items that differ", { type: "array", items: text, minItems: 3, uniqueItems: true }],
    ["an item among others", { type: "array", items: text, contains: { const: "x" } }],
    ["a multiple", { type: "number", multipleOf: 0.25, minimum: 3.1 }],
    ["a format of a length", { type: "string", format: "email", minLength: 30 }],
    ["a value that is not allowed", { type: "string", not: { const: "string" } }],
    ["one of two properties", { properties: { a: text, b: text }, oneOf: [{ required: ["a"] }, { required: ["b"] }] }],
    ["an end of recursion", { properties: { a: { oneOf: [{ $ref: "#/components/schemas/A" }, { type: "null" }] } } }],
    ["an example of its own that does not fit", { type: "integer", example: "one" }],
  ])("are made for %s, the same each time", (_, schema) => {
    const A = { type: "object", required: ["a"], properties: { a: { $ref: "#/components/schemas/B" } } };
    const B = { oneOf: [{ $ref: "#/components/schemas/A" }, { type: "null" }] };
    const document = documentOf(at({ type: "object", ...schema }), { A, B });
    const again = structuredClone(document);
    const made = makeExamples(document);
    expect({ missing: made.missing, count: made.actions.length }).toEqual({ missing: [], count: 1 });
    expect(makeExamples(again)).toEqual(made);
    // What is made is in the document, and enough.
    expect(makeExamples(document).actions).toEqual([]);
  });

  test("are short enough to read if all schemas contain each other", () => {
    const names = Array.from({ length: 8 }, (_, index) => `S${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
    const schemas = Object.fromEntries(names.map((name) => [name, { type: "object", properties }]));
    const [examples = {}] = examplesOf(documentOf(at({ $ref: "#/components/schemas/S0" }), schemas));
    const values = JSON.stringify(examples["made"]).match(/\{/g) ?? [];
    expect(values.length).toBeGreaterThan(8);
    expect(values.length).toBeLessThan(2_000);
  });

  test("are missing if none fits, by the body's name", () => {
    const { actions, missing } = makeExamples(documentOf(at({ type: "string", pattern: "^(?=a)b$" })));
    expect({ actions, missing }).toEqual({ actions: [], missing: ["GET /a, 200"] });
  });
});

describe("examples of a document", () => {
  const schema = { type: "object", required: ["a"] };

  test("are left out if their schema refuses them, with the reason", () => {
    const examples = { good: { value: { a: 1 } }, bad: { value: {} }, elsewhere: { externalValue: "a.json" } };
    const { document, leftOut } = settle(documentOf(at(schema, { examples })));
    expect(document).toEqual(
      documentOf(at(schema, { examples: { good: examples.good, elsewhere: examples.elsewhere } })),
    );
    expect(leftOut).toMatchObject([{ what: "the example bad of GET /a, 200", why: "/a is required, says its schema" }]);
  });

  test("are left out if a request sends what its schema does not declare; a response may have more", () => {
    const object = { type: "object", properties: { a: { type: "integer" } } };
    const examples = { old: { value: { a: 1, b: 2 } } };
    const post = {
      requestBody: at(object, { examples }),
      responses: { 200: at(object, structuredClone({ examples })) },
    };
    const { document, leftOut } = settle({ ...documentOf({}), paths: { "/a": { post } } });
    expect(leftOut).toMatchObject([
      { what: "the example old of POST /a, request", why: "body/b is not declared, says its schema" },
    ]);
    expect(JSON.stringify(document["paths"]).match(/"old"/g)).toHaveLength(1);
  });

  test("are left out if their discriminator leads to no branch", () => {
    const Cat = { type: "object", properties: { kind: { type: "string" } } };
    const pets = {
      oneOf: [{ $ref: "#/components/schemas/Cat" }],
      discriminator: { propertyName: "kind", mapping: { CAT: "Cat" } },
    };
    const examples = { cat: { value: { kind: "CAT" } }, dog: { value: { kind: "DOG" } } };
    const { leftOut } = settle(documentOf(at(pets, { examples }), { Cat }));
    expect(leftOut).toMatchObject([
      { what: "the example dog of GET /a, 200", why: 'its kind "DOG" leads to no branch, says its schema' },
    ]);
  });

  test("are refused for what is wrong in the branch that they name", () => {
    const kind = (value: string, more: string[]) => ({
      type: "object",
      required: ["kind", ...more],
      properties: { kind: { enum: [value] }, ...Object.fromEntries(more.map((name) => [name, { type: "string" }])) },
      unevaluatedProperties: false,
    });
    const pets = {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Fox" }],
      discriminator: {
        propertyName: "kind",
        mapping: { CAT: "#/components/schemas/Cat", FOX: "#/components/schemas/Fox" },
      },
    };
    const examples = { fox: { value: { kind: "FOX", tail: "red" } }, cat: { value: { kind: "CAT", tail: "grey" } } };
    const schemas = { Cat: kind("CAT", []), Fox: kind("FOX", ["tail", "den"]) };
    const { leftOut } = settle(documentOf(at(pets, { examples }), schemas));
    expect(leftOut.map(({ why }) => why)).toEqual([
      "/den is required, says its schema",
      "/tail is not allowed, says its schema",
    ]);
  });

  test("have names: a single example becomes a named one", () => {
    const { document } = settle(documentOf(at(schema, { example: { a: 1 } })));
    expect(document).toEqual(documentOf(at(schema, { examples: { example: { value: { a: 1 } } } })));
  });
});
