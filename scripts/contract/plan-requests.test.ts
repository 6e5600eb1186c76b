import { readFragment } from "@grid-sdk/openapi";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { expect, test } from "vitest";
import { planRequests } from "./plan-requests.ts";
import { ArgumentError } from "./read-arguments.ts";

const document = await readFragment(SPECIFICATION);
const plan = (chosen: string[], values: Record<string, string> = {}) =>
  planRequests(document, chosen, new Map(Object.entries(values)));
const accountId = "InternalAccount:019542f5-b3e7-1d02-0000-000000000002";

test("plans a request for each GET, and leaves the others out", () => {
  const { requests, leftOut } = plan([]);
  expect(requests.map(({ operation, path, query }) => [operation.id, path, query])).toEqual([
    ["listAuthCredentials", "/auth/credentials", { accountId }],
    ["listAuthSessions", "/auth/sessions", { accountId }],
  ]);
  expect(leftOut).toEqual([
    "createAuthCredential",
    "revokeAuthCredential",
    "challengeAuthCredential",
    "verifyAuthCredential",
    "revokeAuthSession",
  ]);
});

test("plans a chosen operation once for each example of its body", () => {
  const { requests, leftOut } = plan(["createAuthCredential"]);
  const own = requests.filter(({ operation }) => operation.id === "createAuthCredential");
  expect(own.map(({ example, body }) => [example, body])).toEqual([
    ["emailOtp", { type: "EMAIL_OTP", accountId }],
    ["oauth", { type: "OAUTH", accountId, oidcToken: expect.any(String) }],
    ["passkey", expect.objectContaining({ type: "PASSKEY" })],
  ]);
  expect(leftOut).not.toContain("createAuthCredential");
});

test("sends optional parameters only where they are given, and encodes those of the path", () => {
  const find = (values: Record<string, string>) =>
    plan(["revokeAuthSession"], values).requests.find(({ operation }) => operation.id === "revokeAuthSession");
  expect(find({})?.headers).toEqual({});
  const given = find({ id: "a/b", "Request-Id": "r-1" });
  expect(given).toMatchObject({ path: "/auth/sessions/a%2Fb", headers: { "Request-Id": "r-1" } });
});

test("puts a given value into query and body alike", () => {
  const { requests } = plan(["createAuthCredential"], { accountId: "InternalAccount:9" });
  expect(requests).toHaveLength(5);
  for (const { query, body } of requests) expect(body ?? query).toMatchObject({ accountId: "InternalAccount:9" });
});

test("accepts a value that only a body has", () => {
  const { requests } = plan(["createAuthCredential"], { oidcToken: "a.b.c" });
  expect(requests.find(({ example }) => example === "oauth")?.body).toMatchObject({ oidcToken: "a.b.c" });
});

test("asks at once for a value of each required parameter that has no example", () => {
  const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string" } }];
  const get = { operationId: "readThing", parameters, responses: { 200: { description: "It." } } };
  const key = { name: "key", in: "query", required: true, schema: { type: "string" } };
  const other = { ...get, operationId: "readOther", parameters: [...parameters, key] };
  const things = { ...document, paths: { "/things/{id}": { get }, "/others/{id}": { get: other } } };
  expect(() => planRequests(things, [], new Map())).toThrow(
    [
      "These have no example. Give each a value:",
      "the path parameter id of readThing: --param id=<value>",
      "the path parameter id of readOther: --param id=<value>",
      "the query parameter key of readOther: --param key=<value>",
    ].join("\n"),
  );
  const values = new Map([
    ["id", "a"],
    ["key", "b"],
  ]);
  expect(planRequests(things, [], values).requests.map(({ path }) => path)).toEqual(["/things/a", "/others/a"]);
});

test("refuses names that the fragment does not have", () => {
  expect(() => plan(["createCredential"])).toThrow(ArgumentError);
  expect(() => plan(["createCredential"])).toThrow("The fragment has no operation createCredential. It has: listAuth");
  expect(() => plan([], { id: "a" })).toThrow("No called operation has a parameter or body property id.");
});
