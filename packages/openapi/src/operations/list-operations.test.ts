import { expect, test } from "vitest";
import { findOperation } from "./find-operation.ts";
import type { JsonObject } from "../document/json-object.ts";
import { listOperations } from "./list-operations.ts";

const ok = {
  responses: {
    200: {
      content: {
        "application/json": {
          examples: { one: { value: 1 }, two: { value: 2 }, elsewhere: { externalValue: "https://a.example" } },
        },
      },
    },
  },
};
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

test("reads parameters, body and responses through references", () => {
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

test("parameters: the operation's own replace those of its path, and the template names the rest", () => {
  const header = { name: "Trace", in: "header", required: true };
  const own = {
    parameters: [
      { ...header, required: false },
      { name: "Accept", in: "header" },
    ],
    ...ok,
  };
  const [read] = listOperations({
    paths: { "/things/{id}/{part}": { parameters: [header, { name: "id", in: "path" }], get: own } },
  });
  expect(read?.parameters.map(({ name, required, keys }) => [name, required, keys.slice(2).join("/")])).toEqual([
    ["Trace", false, "get/parameters/0"],
    ["id", true, "parameters/1"],
    ["part", true, "get"],
  ]);
});

test.each([
  ["HEAD", "head", 200, "application/json"],
  ["204", "get", 204, "application/json"],
  ["another media type", "get", 200, "text/csv"],
])("a response has no JSON body: %s", (_, method, status, type) => {
  const responses = { [status]: { content: { [type]: {} } } };
  const [read] = listOperations({ paths: { "/a": { [method]: { responses } } } });
  expect([...(read?.responses.values() ?? [])].map(({ body }) => body)).toEqual([undefined]);
});

test("fields beside the reference of a path hold", () => {
  const [read] = listOperations({
    paths: { "/a": { $ref: "#/components/pathItems/A", get: { operationId: "own", ...ok } } },
    components: { pathItems: { A: { get: { operationId: "theirs" }, parameters: [{ name: "q", in: "query" }] } } },
  });
  expect(read).toMatchObject({ id: "own", parameters: [{ name: "q" }] });
});

test.each<[string, JsonObject, string]>([
  ["parameter", { parameters: [{ name: "q", in: "query" }, null] }, "/paths/~1a/post/parameters/1"],
  ["request body", { requestBody: null }, "/paths/~1a/post/requestBody"],
  ["response", { responses: { 200: [] } }, "/paths/~1a/post/responses/200"],
  ["header", { responses: { 200: { headers: { Link: "a" } } } }, "/paths/~1a/post/responses/200/headers/Link"],
])("a %s that is not an object is refused with its place", (_, operation, pointer) => {
  expect(() => listOperations({ paths: { "/a": { post: operation } } })).toThrow(
    expect.objectContaining({
      problems: [{ pointer, message: expect.stringMatching(/^the value must be an object; found /) }],
    }),
  );
});
