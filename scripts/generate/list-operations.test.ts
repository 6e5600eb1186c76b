import { describe, expect, test } from "vitest";
import { FragmentError, type JsonObject } from "./fragment.ts";
import { listOperations } from "./list-operations.ts";

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const operation = (more: object = {}) => ({
  operationId: "getThing",
  responses: { "404": json({}), "200": json({}) },
  ...more,
});
const id = { name: "id", in: "path", required: true };
const document = (get: object, more: object = {}): JsonObject => ({
  paths: { "/things/{id}": { get, parameters: [id], ...more } },
});

test("reads what the SDK needs of an operation", () => {
  const parameters = [
    { name: "a", in: "query" },
    { name: "b", in: "query", required: true },
  ];
  const [read] = listOperations(document(operation({ parameters, summary: "Get a thing" })));
  expect(read).toMatchObject({ operationId: "getThing", method: "GET", path: "/things/{id}", summary: "Get a thing" });
  expect(read?.parameters).toMatchObject([
    { name: "id", in: "path", required: true },
    { name: "a", in: "query", required: false },
    { name: "b", in: "query", required: true },
  ]);
  expect(read?.responses.map(({ status }) => status)).toEqual([200, 404]);
});

test("takes an operation's own word on a parameter that its path item describes as well", () => {
  const header = { name: "Trace", in: "header", required: true };
  const own = operation({ parameters: [{ ...header, required: false }] });
  const [read] = listOperations(document(own, { parameters: [id, header, { name: "q", in: "query" }] }));
  expect(read?.parameters).toMatchObject([
    { name: "id", required: true },
    { name: "Trace", required: false },
    { name: "q", required: false },
  ]);
});

describe("refuses with a reason", () => {
  const twice = { paths: { "/a": { get: operation() }, "/b": { get: operation() } } };
  test.each([
    [
      "an operation without an id",
      document(operation({ operationId: undefined })),
      /GET \/things\/\{id\}: operationId/,
    ],
    [
      "an id that is no method name",
      document(operation({ operationId: "get-thing" })),
      /camelCase name; found "get-thing"/,
    ],
    ["an id that the client needs itself", document(operation({ operationId: "http" })), /taken by the client/],
    ["an id that would make the client awaitable", document(operation({ operationId: "then" })), /taken by the client/],
    ["an id that stands twice", twice, /getThing stands twice/],
    [
      "a cookie parameter",
      document(operation({ parameters: [{ name: "c", in: "cookie" }] })),
      /cookie are not supported/,
    ],
    ["a status range", document(operation({ responses: { "2XX": json({}) } })), /by their status; found 2XX/],
    [
      "a body that is no JSON",
      document(operation({ responses: { "200": { content: { "text/csv": {} } } } })),
      /application\/json alone; found text\/csv/,
    ],
    [
      "a reference to nothing",
      document({ ...operation(), parameters: [{ $ref: "#/components/parameters/X" }] }),
      /X does not exist/,
    ],
  ])("%s", (_, broken, reason) => {
    expect(() => listOperations(broken)).toThrow(FragmentError);
    expect(() => listOperations(broken)).toThrow(reason);
  });
});
