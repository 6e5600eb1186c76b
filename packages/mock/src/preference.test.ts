import { listOperations } from "@grid-sdk/openapi";
import { expect, test } from "vitest";
import { readPreference } from "./preference.ts";

const json = (...names: string[]) => ({
  content: { "application/json": { examples: Object.fromEntries(names.map((name) => [name, { value: {} }])) } },
});
const [operation] = listOperations({
  paths: { "/a": { get: { operationId: "getA", responses: { 200: json("plain", "rich"), 404: json("gone") } } } },
});
const read = (prefer: string | undefined) => operation && readPreference(operation, prefer);

test.each([
  [undefined, undefined],
  ["", undefined],
  ["dynamic=true", undefined],
  ["code=404", { code: 404 }],
  ["code = 404", { code: 404 }],
  ["example=rich", { code: 200, exampleKey: "rich" }],
  ["example=gone", { code: 404, exampleKey: "gone" }],
  ['respond-async; Code=404; example = "gone"', { code: 404, exampleKey: "gone" }],
])("reads %j", (prefer, choice) => {
  expect(read(prefer)).toEqual({ choice });
});

test.each(["code=418", "code=abc", "code=", "code=404.0", "example=poor", "code=200, example=gone"])(
  "refuses %j with the list of what there is",
  (prefer) => {
    expect(read(prefer)).toEqual({
      violation: {
        where: "header/prefer",
        message: `asks for ${prefer}, which getA does not document. It documents:\n  200  plain, rich\n  404  gone`,
      },
    });
  },
);
