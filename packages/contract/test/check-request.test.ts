import { describe, expect, test } from "vitest";
import { findOperation, listOperations } from "@grid-sdk/openapi";
import { type CheckedRequest, createRequestCheck, formatViolation } from "../src/index.ts";
import { things } from "./things.ts";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
const operations = listOperations(things);
const checkRequest = createRequestCheck(things);

function check(method: string, request: Partial<CheckedRequest>): string[] {
  const path = request.path ?? "/things/a";
  const operation = findOperation(operations, method, path);
  if (!operation) throw new Error(`${method} ${path} is not an operation`);
  return checkRequest(operation, { path, query: {}, headers: {}, body: undefined, ...request }).map(formatViolation);
}

const get = (request: Partial<CheckedRequest>) => check("GET", { headers: { "request-id": "r" }, ...request });
const put = (request: Partial<CheckedRequest>) =>
  check("PUT", { headers: { ...JSON_TYPE, "if-match": "e" }, ...request });

describe("a request that meets the contract has no violation", () => {
  test.each<[string, string[]]>([
    [
      "with a query of every type",
      get({ query: { limit: "3", all: "false", tags: "a,b", since: "2026-01-01T00:00:00Z" } }),
    ],
    ["without what is optional", get({})],
    ["with a list whose values have a name each", get({ query: { ids: ["1", "2"] } })],
    ["with a list of one value", get({ query: { ids: "1" } })],
    ["with a list divided by pipes", get({ query: { words: "a|b" } })],
    ["with an object in brackets", get({ query: { "filter[from]": "2", "filter[to]": "3" } })],
    ["with an object whose properties have a name each", get({ query: { from: "2", to: "3" } })],
    ["without what only the server writes", put({ body: { kind: "BAG", made: "2026-01-01", secret: "s" } })],
    [
      "with the header that a body requires",
      put({ headers: { ...JSON_TYPE, "if-match": "e" }, body: { kind: "BOX" } }),
    ],
    [
      "without it, for another body",
      put({ headers: JSON_TYPE, body: { kind: "BAG", made: "2026-01-01", secret: "s" } }),
    ],
    ["with a body of one branch", put({ body: { kind: "BOX", name: "n", "a/b": "n" } })],
    [
      "with a body of the other, by the bare name of its schema",
      put({ body: { kind: "BAG", made: "2026-01-01", secret: "s" } }),
    ],
  ])("%s", (_, violations) => {
    expect(violations).toEqual([]);
  });
});

describe("what breaks the contract is reported with its place", () => {
  test.each<[string, string[], string[]]>([
    ["a path parameter", get({ path: "/things/A" }), ['path/id must match pattern "^[a-z]+$"']],
    ["an empty path parameter", get({ path: "/things/" }), ["path/id is empty"]],
    ["a dot segment", get({ path: "/things/%2E%2E" }), ["path/id is a dot segment"]],
    ["a placeholder", get({ path: "/things/%7Bid%7D" }), ["path/id is a placeholder that was not filled in"]],
    ["an undeclared query parameter", get({ query: { other: "1" } }), ["query/other is not declared"]],
    ["a number that is not valid", get({ query: { limit: "x" } }), ["query/limit must be integer"]],
    ["a number out of range", get({ query: { limit: "0" } }), ["query/limit must be >= 1"]],
    ["a boolean that is not valid", get({ query: { all: "maybe" } }), ["query/all must be boolean"]],
    ["an item of a list", get({ query: { tags: "a,c" } }), ["query/tags/1 must be one of a, b"]],
    [
      "an item of a list whose values have a name each",
      get({ query: { ids: ["1", "x"] } }),
      ["query/ids/1 must be integer"],
    ],
    ["a list with another separator", get({ query: { ids: "1,2" } }), ["query/ids/0 must be integer"]],
    ["a plain value that occurs twice", get({ query: { limit: ["1", "2"] } }), ["query/limit must be integer"]],
    [
      "a property of an object in brackets",
      get({ query: { "filter[from]": "x" } }),
      ["query/filter/from must be integer"],
    ],
    ["an undeclared name in brackets", get({ query: { "other[from]": "1" } }), ["query/other[from] is not declared"]],
    [
      "a percent sign that encodes nothing",
      get({ path: "/things/%zz" }),
      ["path/id has a percent sign that encodes nothing"],
    ],
    [
      "the header that a body requires",
      put({ headers: JSON_TYPE, body: { kind: "BOX" } }),
      ["header/If-Match is required for BOX"],
    ],
    ["a format", get({ query: { since: "today" } }), ['query/since must match format "date-time"']],
    ["a missing header", get({ headers: {} }), ["header/Request-Id is required"]],
    [
      "a header that does not fit",
      get({ headers: { "request-id": "long" } }),
      ["header/Request-Id must NOT have more than 3 characters"],
    ],
    ["a body where none is declared", get({ body: {} }), ["body is not declared: the operation has no body"]],
    ["no body where one is", put({}), ["body is required"]],
    ["another type of body", put({ body: {}, headers: {} }), ["header/content-type must be application/json"]],
    ["a body that is not JSON", put({ body: "{", syntaxError: "is not valid JSON" }), ["body is not valid JSON"]],
    ["a body without its discriminator", put({ body: {} }), ["body/kind is required"]],
    ["an unknown branch", put({ body: { kind: "TIN" } }), ["body/kind must be one of BOX, BAG"]],
    [
      "a property of the other branch, whose name has a slash",
      put({ body: { kind: "BAG", made: "2026-01-01", secret: "s", "a/b": "n" } }),
      ["body/a~1b is not declared"],
    ],
    [
      "an undeclared property that the document allows",
      put({ body: { kind: "BOX", x: 1 } }),
      ["body/x is not declared"],
    ],
    [
      "several things at once",
      get({ path: "/things/A", query: { x: "" }, headers: {} }),
      ['path/id must match pattern "^[a-z]+$"', "query/x is not declared", "header/Request-Id is required"],
    ],
  ])("%s", (_, violations, expected) => {
    expect(violations).toEqual(expected);
  });
});
