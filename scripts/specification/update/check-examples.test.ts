import { describe, expect, test } from "vitest";
import { checkExamples } from "./check-examples.ts";

const number = { type: "integer" };
const documentOf = (get: object) => ({ openapi: "3.1.0", paths: { "/a": { get } }, components: {} });
const check = (get: object) => checkExamples(documentOf(get));

describe("an example that its schema refuses is advice, with its place", () => {
  test.each<[place: string, pointer: string, get: object]>([
    ["of a parameter", "/parameters/0/example", { parameters: [{ name: "n", schema: number, example: "one" }] }],
    [
      "of a header, by name",
      "/responses/200/headers/N/examples/bad/value",
      {
        responses: {
          200: { headers: { N: { schema: number, examples: { good: { value: 1 }, bad: { value: "one" } } } } },
        },
      },
    ],
    [
      "of a body, within it",
      "/requestBody/content/application~1json/example/n",
      {
        requestBody: {
          content: { "application/json": { schema: { properties: { n: number } }, example: { n: "one" } } },
        },
      },
    ],
  ])("%s", (_, pointer, get) => {
    const message = "The example does not fit its schema: it must be integer.";
    expect(check(get)).toEqual([{ severity: "advice", pointer: `/paths/~1a/get${pointer}`, message }]);
  });
});

test("a schema that is not valid is an error, with or without an example", () => {
  expect(check({ parameters: [{ name: "n", schema: { type: "string", pattern: "(" } }] })).toEqual([
    {
      severity: "error",
      pointer: "/paths/~1a/get/parameters/0/schema",
      message: expect.stringMatching(/^The schema cannot be used: .*Invalid regular expression/),
    },
  ]);
});

test("properties named schema and example are not schemas and examples", () => {
  const schema = { type: "object", properties: { schema: number, example: { type: "string" } } };
  expect(check({ parameters: [{ name: "n", schema }] })).toEqual([]);
});
