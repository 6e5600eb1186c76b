import { expect, test } from "vitest";
import { findOperation } from "./find-operation.ts";
import type { JsonObject } from "../document/json-object.ts";
import { listOperations } from "./list-operations.ts";

const ok = { responses: { 200: { content: { "application/json": { examples: { one: {}, two: {} } } } } } };
const document: JsonObject = {
  openapi: "3.1.0",
  paths: {
    "/things/{id}": {
      parameters: [{ $ref: "#/components/parameters/Id" }],
      get: { operationId: "getThing", parameters: [{ name: "q", in: "query" }], ...ok },
      post: { requestBody: { $ref: "#/components/requestBodies/Thing" }, responses: { 204: {}, default: {} } },
    },
    "/things/mine": { get: { operationId: "getMine", ...ok } },
  },
  components: {
    parameters: { Id: { name: "id", in: "path" } },
    requestBodies: { Thing: { content: { "application/json": { schema: { type: "object" } } } } },
  },
};
const operations = listOperations(document);

test("reads parameters, body and answers through references", () => {
  expect(operations.map(({ id }) => id)).toEqual(["getThing", "POST /things/{id}", "getMine"]);
  const [get, post] = operations;
  const namesOf = (operation = get) =>
    [...(operation?.responses ?? [])].map(([status, { body }]) => [status, [...(body?.examples.keys() ?? [])]]);
  expect(get).toMatchObject({
    parameters: [
      { name: "id", in: "path" },
      { name: "q", in: "query" },
    ],
    requestBody: undefined,
  });
  expect(namesOf(get)).toEqual([[200, ["one", "two"]]]);
  expect(post?.requestBody?.schema).toEqual({ type: "object" });
  expect(namesOf(post)).toEqual([[204, []]]);
});

test.each([
  ["GET", "/things/a%2Fb", "getThing"],
  ["GET", "/things/mine", "getMine"],
  ["POST", "/things/mine", "POST /things/{id}"],
  ["DELETE", "/things/1", undefined],
  ["GET", "/things", undefined],
  ["GET", "/things/%E0%A4%A", "getThing"],
])("finds the operation of %s %s", (method, path, id) => {
  expect(findOperation(operations, method, path)?.id).toBe(id);
});
