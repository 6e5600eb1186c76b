import type { JsonObject } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { readDocument } from "./read-document.ts";

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

describe("refuses with a reason", () => {
  const twice = { paths: { "/a": { get: operation() }, "/b": { get: operation() } } };
  test.each([
    [
      "an operation without an id",
      document(operation({ operationId: undefined })),
      /GET \/things\/\{id\}: operationId/,
    ],
    [
      "an id that is not a method name",
      document(operation({ operationId: "get-thing" })),
      /camelCase name; found "get-thing"/,
    ],
    ["an id that the client needs itself", document(operation({ operationId: "http" })), /client has http already/],
    [
      "an id that would make the client awaitable",
      document(operation({ operationId: "then" })),
      /client has then already/,
    ],
    ["an id that two operations have", twice, /GET \/b: operationId getThing is also that of GET \/a/],
    [
      "a cookie parameter",
      document(operation({ parameters: [{ name: "c", in: "cookie" }] })),
      /cookie are not supported/,
    ],
    ["a status range", document(operation({ responses: { "2XX": json({}) } })), /a status such as 200; found 2XX/],
    [
      "a body that is not JSON",
      document(operation({ responses: { "200": { content: { "text/csv": {} } } } })),
      /application\/json and nothing else; found text\/csv/,
    ],
    [
      "a reference to nothing",
      document({ ...operation(), parameters: [{ $ref: "#/components/parameters/X" }] }),
      /X does not exist/,
    ],
  ])("%s", (_, broken, reason) => {
    const messages = readDocument(broken).problems.map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringMatching(reason));
  });
});
