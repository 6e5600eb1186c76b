import { expect, test } from "vitest";
import { compileDerived, fragmentOf } from "../test/compile-derived.ts";

const text = { type: "string" };
const documentOf = (schema: object, value: unknown) =>
  fragmentOf({
    paths: {
      "/thing": {
        get: {
          operationId: "getThing",
          responses: {
            200: { description: "It.", content: { "application/json": { schema, examples: { one: { value } } } } },
          },
        },
      },
    },
  });
const optional = { type: "object", properties: { a: text, b: text } };

test.each([
  ["of the whole", optional, { other: 1 }],
  ["of a property", { type: "object", required: ["in"], properties: { in: optional } }, { in: { other: 1 } }],
  ["of an item", { type: "array", items: optional }, [{ other: 1 }, { a: "x" }]],
])("an example that has none of the properties that a type may miss compiles: %s", async (_, schema, value) => {
  expect(await compileDerived(documentOf(schema, value))).toEqual([]);
});

test.each([
  ["a property of another type", optional, { a: 1 }],
  ["a required property that is missing", { ...optional, required: ["a"] }, { b: "x" }],
  ["such a property of an item", { type: "array", items: optional }, [{ a: 1 }]],
])("an example that does not fit its type is refused: %s", async (_, schema, value) => {
  expect(await compileDerived(documentOf(schema, value))).toEqual([expect.stringMatching(/examples\.test-d\.ts: /)]);
});
