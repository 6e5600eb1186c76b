import { describe, expect, test } from "vitest";
import { checkDocument } from "./check-document.ts";

const check = (schemas: object) => () => checkDocument({ openapi: "3.1.0", paths: {}, components: { schemas } });

describe("a document that can be used", () => {
  test.each<[string, object]>([
    [
      "with a schema that holds itself",
      { Tree: { properties: { children: { items: { $ref: "#/components/schemas/Tree" } } } } },
    ],
    [
      "with a schema that is used twice",
      { A: { allOf: [{ $ref: "#/components/schemas/B" }, { $ref: "#/components/schemas/B" }] }, B: {} },
    ],
    ["with a pattern for characters beyond the first plane", { A: { pattern: "^\\p{L}+$" } }],
    [
      "with an example that looks like a reference",
      { A: { example: { $ref: "#/nothing" }, enum: [{ pattern: "(" }] } },
    ],
  ])("%s", (_, schemas) => {
    expect(check(schemas)).not.toThrow();
  });
});

test("values of a link, extensions and examples may be anything", () => {
  const links = { next: { operationId: "a", parameters: { id: "$response.body#/id" } } };
  const content = { "application/json": { example: { parameters: [1], $ref: 3 }, "x-content": { headers: [1] } } };
  const responses = { "200": { description: "", links, content }, "x-note": "text" };
  const get = { operationId: "a", responses };
  expect(() => checkDocument({ openapi: "3.1.0", paths: { "/a": { get }, "x-note": 1 } })).not.toThrow();
});

describe("a document that cannot be used is refused with the place", () => {
  test.each<[string, object, string]>([
    [
      "a circle of references",
      { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } },
      "/components/schemas/A/$ref: #/components/schemas/B refers to itself.",
    ],
    [
      "a schema made of itself",
      { A: { allOf: [{ $ref: "#/components/schemas/A" }] } },
      "/components/schemas/A: #/components/schemas/A is made of itself (#/components/schemas/A), so no value can fit it",
    ],
    [
      "a reference to nothing",
      { A: { items: { $ref: "#/components/schemas/C" } } },
      "/components/schemas/A/items/$ref: #/components/schemas/C does not exist.",
    ],
    [
      "a schema made of itself by a condition",
      { A: { if: { $ref: "#/components/schemas/B" } }, B: { oneOf: [{ $ref: "#/components/schemas/A" }] } },
      "/components/schemas/B: #/components/schemas/B is made of itself (#/components/schemas/A -> #/components/schemas/B)",
    ],
    [
      "a discriminator that leads to nothing",
      { A: { oneOf: [], discriminator: { propertyName: "type", mapping: { x: "C" } } } },
      "/components/schemas/A/discriminator/mapping/x: #/components/schemas/C does not exist.",
    ],
    [
      "an invalid pattern",
      { A: { properties: { pattern: { pattern: "(" } } } },
      '/components/schemas/A/properties/pattern/pattern: "(" is not a valid regular expression (with the flag u).',
    ],
    ["a pattern that the flag u refuses", { A: { pattern: "\\-" } }, "is not a valid regular expression"],
  ])("%s", (_, schemas, message) => {
    expect(check(schemas)).toThrow(message);
  });

  test.each<[string, object, string]>([
    ["a path", { paths: { "/a": null } }, "/paths/~1a: paths must hold only objects; found null."],
    [
      "a parameter without a name",
      { paths: { "/a": { parameters: [{ in: "query" }] } } },
      "/paths/~1a/parameters/0/name: name must be text; found nothing.",
    ],
    [
      "a reference that is a number",
      { paths: { "/a": { parameters: [{ $ref: 3 }] } } },
      "/paths/~1a/parameters/0/$ref: $ref must be text; found 3.",
    ],
    [
      "a parameter",
      { paths: { "/a": { parameters: ["id"] } } },
      '/paths/~1a/parameters/0: parameters must hold only objects; found "id".',
    ],
    [
      "a response",
      { paths: { "/a": { get: { responses: { 200: "OK", "x-note": "" } } } } },
      '/paths/~1a/get/responses/200: responses must hold only objects; found "OK".',
    ],
  ])("a text or nothing in place of %s", (_, fields, message) => {
    expect(() => checkDocument({ openapi: "3.1.0", ...fields })).toThrow(`The document cannot be used:\n  ${message}`);
  });

  test("a schema made of itself is reported once, whatever refers to it", () => {
    const ref = { $ref: "#/components/schemas/A" };
    expect(check({ A: { allOf: [ref] }, B: { items: ref } })).toThrow(/^[^\n]*\n[^\n]*$/);
  });

  test("all problems are in the message", () => {
    expect(check({ A: { pattern: "(" }, B: { pattern: ")" } })).toThrow(
      /schemas\/A\/pattern: [^]*schemas\/B\/pattern: /,
    );
  });
});
