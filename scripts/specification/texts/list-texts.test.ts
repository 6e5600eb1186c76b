import { readFile } from "node:fs/promises";
import { isJsonObject, type JsonObject, listSchemaKeywords, pointerTo } from "@grid-sdk/openapi";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { listTexts } from "./list-texts.ts";

const list = (document: JsonObject) => [...listTexts(document).keys()];
const listOfSchema = (schema: unknown) =>
  list({ components: { schemas: { A: schema } } }).map((place) => place.replace("/components/schemas/A", ""));

describe("the texts of a document", () => {
  test("are summaries, descriptions and examples, those of an object before those within it", () => {
    const document = {
      info: { title: "API", description: "An API.", summary: "It." },
      paths: { "/a/{b}": { get: { summary: "Get", responses: { "200": { description: "Done." } } } } },
      components: { schemas: { A: { description: "An A.", example: { b: 1 }, examples: [1, 2] } } },
    };
    expect([...listTexts(document)]).toEqual([
      ["/info/description", "An API."],
      ["/info/summary", "It."],
      ["/paths/~1a~1{b}/get/summary", "Get"],
      ["/paths/~1a~1{b}/get/responses/200/description", "Done."],
      ["/components/schemas/A/description", "An A."],
      ["/components/schemas/A/example", { b: 1 }],
      ["/components/schemas/A/examples", [1, 2]],
    ]);
  });

  test.each([
    ...listSchemaKeywords("one").map((keyword) => [keyword, { description: "Inner." }, ""] as const),
    ...listSchemaKeywords("list").map((keyword) => [keyword, [{ description: "Inner." }], "/0"] as const),
    ...listSchemaKeywords("map").map((keyword) => [keyword, { a: { description: "Inner." } }, "/a"] as const),
  ])("are found in the schemas under %s", (keyword, value, at) => {
    expect(listOfSchema({ [keyword]: value })).toEqual([`/${keyword}${at}/description`]);
  });

  test("are found in every kind of object that OpenAPI describes", () => {
    const said = { description: "It." };
    const body = { content: { "text/plain": { encoding: { a: { headers: { "x-a": said } } } } } };
    const operation = {
      ...said,
      externalDocs: said,
      servers: [said],
      parameters: [said],
      requestBody: { ...said, ...body },
      responses: {
        default: { ...said, ...body, headers: { "x-b": said }, links: { next: { ...said, server: said } } },
      },
      callbacks: { done: { "{$url}": { post: said } } },
    };
    const document = {
      info: said,
      externalDocs: said,
      servers: [{ ...said, variables: { port: said } }],
      tags: [{ ...said, externalDocs: said }],
      paths: { "/": { ...said, servers: [said], parameters: [said], get: operation, trace: operation } },
      webhooks: { made: { post: operation } },
      components: {
        schemas: { A: said },
        responses: { A: said },
        parameters: { A: said },
        examples: { A: said },
        requestBodies: { A: said },
        headers: { A: said },
        securitySchemes: { A: said },
        links: { A: said },
        callbacks: { A: { "{$url}": said } },
        pathItems: { A: said },
      },
    };
    const written = JSON.stringify(document).split('"description"').length - 1;
    expect(list(document)).toHaveLength(written);
  });

  test("are found in every schema within a schema", () => {
    const said = { description: "It." };
    const lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
    const maps = ["properties", "patternProperties", "$defs", "dependentSchemas"];
    const single =
      "not if then else items contains additionalProperties unevaluatedProperties unevaluatedItems propertyNames contentSchema externalDocs";
    const schema = Object.fromEntries([
      ...lists.map((keyword) => [keyword, [true, said]]),
      ...maps.map((keyword) => [keyword, { a: said, b: true }]),
      ...single.split(" ").map((keyword) => [keyword, said]),
    ]) as JsonObject;
    expect(listOfSchema(schema)).toEqual([
      ...lists.map((keyword) => `/${keyword}/1/description`),
      ...maps.map((keyword) => `/${keyword}/a/description`),
      ...single.split(" ").map((keyword) => `/${keyword}/description`),
    ]);
  });

  test("are the parts of a named example one by one, and other examples as a whole", () => {
    const examples = { one: { summary: "One", description: "The first.", value: { summary: "data" } } };
    const document = {
      components: {
        examples,
        parameters: { A: { name: "a", examples, example: { description: "data" } } },
        responses: { A: { content: { "text/plain": { examples } } } },
      },
    };
    const parts = ["/one/summary", "/one/description", "/one/value"];
    expect(list(document)).toEqual([
      ...parts.map((part) => `/components/examples${part}`),
      "/components/parameters/A/example",
      ...parts.map((part) => `/components/parameters/A/examples${part}`),
      ...parts.map((part) => `/components/responses/A/content/text~1plain/examples${part}`),
    ]);
  });

  test("include an example that is false, zero, empty or null", () => {
    const parameters = [false, 0, "", null].map((example) => ({ example }));
    expect([...listTexts({ paths: { "/": { parameters } } }).values()]).toEqual([false, 0, "", null]);
  });

  test("include texts beside a reference, but not the reference", () => {
    const reference = { $ref: "#/components/schemas/B", description: "A special B." };
    expect(listOfSchema(reference)).toEqual(["/description"]);
  });
});

describe("not a text", () => {
  const names = ["description", "summary", "example", "examples", "value"];
  const named = <Value>(value: Value) => Object.fromEntries(names.map((name) => [name, value]));

  test.each([
    ["a property", { components: { schemas: { A: { properties: named({ type: "string" }) } } } }],
    ["a schema", { components: { schemas: named({ type: "string" }) } }],
    ["a schema in $defs", { components: { schemas: { A: { $defs: named(true) } } } }],
    ["a parameter", { components: { parameters: named({ name: "description", in: "query" }) } }],
    ["a header", { components: { responses: { A: { headers: named({ required: true }) } } } }],
    ["a named example", { components: { examples: named({ externalValue: "https://example.com" }) } }],
    ["a webhook", { webhooks: named({}) }],
    ["a callback", { paths: { "/": { get: { callbacks: named({}) } } } }],
    ["a server variable", { servers: [{ variables: named({ default: "a" }) }] }],
    ["a security scheme", { security: [named([])] }],
    ["a property that others depend on", { components: { schemas: { A: { dependentRequired: named(["a"]) } } } }],
    ["a mapping", { components: { schemas: { A: { discriminator: { mapping: named("#/a") } } } } }],
  ])("is the name of %s", (_, document) => {
    expect(list(document)).toEqual([]);
  });

  test.each([
    ["enum", [named("data")]],
    ["const", named("data")],
    ["default", named("data")],
    ["x-extension", named("data")],
    ["value", "data"],
  ])("is the value of %s of a schema", (keyword, value) => {
    expect(listOfSchema({ [keyword]: value })).toEqual([]);
  });

  test("is the value of an extension of the document, its paths or its responses", () => {
    const extension = { "x-more": { description: "An extension.", get: { summary: "Get" } } };
    expect(list({ ...extension, paths: { ...extension, "/": { get: { responses: extension } } } })).toEqual([]);
  });

  test("is what a link sends", () => {
    const link = { parameters: named("$request.path.id"), requestBody: named("data") };
    expect(list({ components: { links: { A: link } } })).toEqual([]);
  });
});

test("names that every object inherits are names like others", () => {
  const document = JSON.parse(
    '{"components":{"schemas":{"__proto__":{"constructor":{"a":{"description":"d"}},"properties":{"__proto__":{"description":"a"},"constructor":{"description":"b"}}},"constructor":{"description":"c"}}},"constructor":{"a":{"description":"e"}},"__proto__":{"a":{"description":"f"}}}',
  ) as JsonObject;
  expect([...listTexts(document)]).toEqual([
    ["/components/schemas/__proto__/constructor/a/description", "d"],
    ["/components/schemas/__proto__/properties/__proto__/description", "a"],
    ["/components/schemas/__proto__/properties/constructor/description", "b"],
    ["/components/schemas/constructor/description", "c"],
    ["/constructor/a/description", "e"],
    ["/__proto__/a/description", "f"],
  ]);
});

test("an object that a YAML alias puts at two places counts at both", () => {
  const document = parse("components: {schemas: {A: &a {description: It.}, B: *a}}") as JsonObject;
  expect(list(document)).toEqual(["/components/schemas/A/description", "/components/schemas/B/description"]);
});

test("every summary and description of a whole specification is found", async () => {
  const document = parse(await readFile(SPECIFICATION, "utf8")) as JsonObject;
  const found = new Set(list(document));
  const isNameOrData = (place: string) =>
    /\/properties\/(summary|description)$|\/(value|example|default|const|enum)\//.test(place);
  const written = findKeys(document, "").filter((place) => !isNameOrData(place));
  expect(written.length).toBeGreaterThan(100);
  expect(written.filter((place) => !found.has(place))).toEqual([]);
  expect([...found].filter((place) => /\/(summary|description)$/.test(place) && !written.includes(place))).toEqual([]);
});

/** Items of lists have their names as keys: see find-texts.ts. */
function nameOf(item: unknown): string | undefined {
  const { $ref, name, in: place, properties } = Object(item) as Record<string, string | undefined>;
  const ofProperties = properties && `{${Object.keys(properties).toSorted().join()}}`;
  return $ref ?? (name ? [place, name].filter(Boolean).join(" ") : ofProperties);
}

/** The places of everything that is called summary or description, whatever it is. */
function findKeys(value: unknown, at: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => findKeys(item, at + pointerTo([nameOf(item) ?? index])));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const place = at + pointerTo([key]);
    return /^(summary|description)$/.test(key) ? [place] : findKeys(item, place);
  });
}
