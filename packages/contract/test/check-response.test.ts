import { expect, test } from "vitest";
import { findOperation, listOperations } from "@grid-sdk/openapi";
import { type CheckedResponse, createResponseCheck, formatViolation } from "../src/index.ts";
import { things } from "./things.ts";

const operation = findOperation(listOperations(things), "GET", "/things/a");
const checkResponse = createResponseCheck(things);
const headers = { "content-type": "application/json", etag: '"1"' };

function check(response: Partial<CheckedResponse>): string[] {
  if (!operation) throw new Error("there is no such operation");
  return checkResponse(operation, { status: 200, headers, body: undefined, ...response }).map(formatViolation);
}

test.each<[string, Partial<CheckedResponse>]>([
  ["a documented body", { body: { kind: "BOX" } }],
  ["a property more, where the document allows it", { body: { kind: "BOX", more: 1 } }],
  ["a status without a body", { status: 204, headers: {} }],
])("accepts %s", (_, response) => {
  expect(check(response)).toEqual([]);
});

test.each<[string, Partial<CheckedResponse>, string[]]>([
  ["an undocumented status", { status: 418 }, ["status 418 is not documented; 200, 204 are"]],
  [
    "a missing header",
    { body: { kind: "BOX" }, headers: { "content-type": "application/json" } },
    ["header/ETag is required"],
  ],
  [
    "a header that does not fit",
    { body: { kind: "BOX" }, headers: { ...headers, etag: "1" } },
    ["header/ETag must NOT have fewer than 2 characters"],
  ],
  [
    "another content type",
    { body: "<p>", headers: { ...headers, "content-type": "text/html" } },
    ["header/content-type must be application/json"],
  ],
  ["no body where one is documented", {}, ["body is required"]],
  ["a body where none is documented", { status: 204, body: {} }, ["body is not documented"]],
  [
    "a body that does not fit its branch",
    { body: { kind: "BAG", made: "x", more: 1 } },
    ["body/number is required", "body/more is not allowed", 'body/made must match format "date"'],
  ],
])("finds %s", (_, response, violations) => {
  expect(check(response)).toEqual(violations);
});
