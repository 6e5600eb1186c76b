import { revision } from "@grid-sdk/core";
import { expect, test } from "vitest";
import { createCall } from "./call.ts";
import { serializeQuery } from "./serialize-query.ts";

const serialize = (query: Record<string, unknown>) =>
  serializeQuery(
    {
      commas: { style: "form", explode: false },
      pipes: { style: "pipeDelimited", explode: false },
      fields: { style: "form" },
      raw: { allowReserved: true },
    },
    createCall({ revision }, "GET", "/things", {}),
  )(query);

test.each<[Record<string, unknown>, string]>([
  [{ commas: ["a b", "c"] }, "commas=a%20b,c"],
  [{ pipes: [1, 2] }, "pipes=1|2"],
  [{ fields: { a: 1, b: 2 } }, "a=1&b=2"],
  [{ raw: "a/b" }, "raw=a/b"],
  [{ other: ["a", "b"] }, "other=a&other=b"],
  [{ other: { a: 1 } }, "other[a]=1"],
  [{ commas: [], other: undefined, raw: null, pipes: ["x"] }, "pipes=x"],
])("writes each parameter in its own style: %j", (query, text) => {
  expect(serialize(query)).toBe(text);
});

test("refuses a value that is nested too deeply, and names the parameter", () => {
  expect(() => serialize({ other: { a: { b: 1 } } })).toThrow("the query parameter other is nested too deeply");
});
