import { BASE_URL, revision } from "@grid-sdk/core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { GridConfigError } from "./errors/grid-config-error.ts";
import type { GridClientOptions } from "./options.ts";
import type { Credentials } from "./read-credentials.ts";
import { readOptions } from "./read-options.ts";

const credentials = { clientId: "id", clientSecret: "secret" };

afterEach(() => vi.unstubAllEnvs());

function decodeBasic(header: string | undefined): string {
  return Buffer.from(String(header).replace(/^Basic /, ""), "base64").toString("utf8");
}

/** With credentials that are the same for every attempt. */
function readStatic(options: GridClientOptions) {
  const settings = readOptions(revision, options);
  return { ...settings, credentials: settings.credentials as Credentials };
}

test("reads credentials and base URL from the environment", () => {
  vi.stubEnv("GRID_CLIENT_ID", "env-id");
  vi.stubEnv("GRID_CLIENT_SECRET", "env-secret");
  vi.stubEnv("GRID_BASE_URL", "https://sandbox.example/grid");
  const {
    baseUrl,
    credentials: { authorization },
  } = readStatic({});
  expect(baseUrl).toBe("https://sandbox.example/grid");
  expect(decodeBasic(authorization)).toBe("env-id:env-secret");
});

test("prefers options to the environment", () => {
  vi.stubEnv("GRID_CLIENT_ID", "env-id");
  vi.stubEnv("GRID_CLIENT_SECRET", "env-secret");
  vi.stubEnv("GRID_BASE_URL", "https://sandbox.example/grid");
  const {
    baseUrl,
    credentials: { authorization },
  } = readStatic({ ...credentials, baseUrl: "https://other.example" });
  expect(baseUrl).toBe("https://other.example");
  expect(decodeBasic(authorization)).toBe("id:secret");
});

test("falls back to the server of the specification", () => {
  expect(readOptions(revision, credentials).baseUrl).toBe(BASE_URL);
});

test.each([
  { given: { clientSecret: "secret" }, option: "clientId", variable: "GRID_CLIENT_ID" },
  { given: { clientId: "id" }, option: "clientSecret", variable: "GRID_CLIENT_SECRET" },
])("names both ways to set a missing $option", ({ given, option, variable }) => {
  vi.stubEnv(variable, "");
  const read = () => readOptions(revision, given);
  expect(read).toThrow(GridConfigError);
  expect(read).toThrow(`${option} is missing: pass createGridClient({ ${option} }) or set ${variable}.`);
});

test("encodes credentials as UTF-8", () => {
  const {
    credentials: { authorization },
  } = readStatic({ clientId: "id", clientSecret: "pä$$wörd-密码-🔑" });
  expect(decodeBasic(authorization)).toBe("id:pä$$wörd-密码-🔑");
});

test("accepts headers as an object, a Map, a list or Headers", () => {
  for (const headers of [
    { "x-team": "wallet" },
    new Map([["x-team", "wallet"]]),
    [["x-team", "wallet"]] as [string, string][],
    new Headers({ "x-team": "wallet" }),
  ]) {
    expect(readOptions(revision, { ...credentials, headers }).headers).toEqual({ "x-team": "wallet" });
  }
});

test("removes the slash at the end of a base URL", () => {
  expect(readOptions(revision, { ...credentials, baseUrl: "https://host.example/grid/" }).baseUrl).toBe(
    "https://host.example/grid",
  );
});

describe("a base URL", () => {
  const read = (baseUrl: string, allowInsecureHttp?: boolean) => () =>
    readOptions(revision, { ...credentials, baseUrl, ...(allowInsecureHttp !== undefined && { allowInsecureHttp }) });

  test.each([
    "https://host.example",
    "http://localhost:4010",
    "http://api.localhost",
    "http://127.0.0.1:1",
    "http://127.9.9.9",
    "http://[::1]:4010/grid",
  ])("may be %s", (baseUrl) => {
    expect(read(baseUrl)).not.toThrow();
  });

  test.each([
    "http://host.example",
    "http://127.0.0.1.evil.example",
    "http://localhost.evil.example",
    "ftp://localhost",
    "host.example",
    "",
    "/grid",
    "http://0.0.0.0",
  ])("must not be %j", (baseUrl) => {
    expect(read(baseUrl)).toThrow(GridConfigError);
    expect(read(baseUrl)).toThrow(/^baseUrl must be an https: URL/);
  });

  test("may be http if that is allowed, and nothing else", () => {
    expect(read("http://host.example", true)).not.toThrow();
    expect(read("ftp://host.example", true)).toThrow(GridConfigError);
  });

  test.each([
    "https://id:secret@host.example",
    "https://id@host.example",
    "https://host.example?a=1",
    "https://host.example/#a",
    "https://host.example?",
    "https://host.example#",
  ])("must contain only a place: %s", (baseUrl) => {
    expect(read(baseUrl)).toThrow("baseUrl must have no credentials, query or fragment.");
  });

  test.each([
    "https://host.example/a b",
    "https://host.example/{tenant}",
    "https://host.example\\\\grid",
    "https://host.example/a\tb",
    "https://host.example/\u0085",
  ])("must name one place: %j", (baseUrl) => {
    expect(read(baseUrl)).toThrow("baseUrl must have no spaces, backslashes, control characters or {variables}.");
  });

  test("is checked also if it comes from the environment", () => {
    vi.stubEnv("GRID_BASE_URL", "http://host.example");
    expect(() => readOptions(revision, credentials)).toThrow(GridConfigError);
  });
});

test.each([
  { clientId: "a:b", clientSecret: "secret" },
  { clientId: "a\n", clientSecret: "secret" },
  { clientId: "id", clientSecret: "secret\r\n" },
  { clientId: "id", clientSecret: "\0" },
  { clientId: "id", clientSecret: "\u0085" },
])("refuses credentials that Basic cannot express: %j", (given) => {
  expect(() => readOptions(revision, given)).toThrow(GridConfigError);
  expect(() => readOptions(revision, given)).toThrow("must be a string without control characters");
});

test("accepts a colon in a secret", () => {
  expect(decodeBasic(readStatic({ clientId: "id", clientSecret: "a:b" }).credentials.authorization)).toBe("id:a:b");
});

describe("in a browser", () => {
  afterEach(() => vi.unstubAllGlobals());

  test.each(["document", "importScripts"])("recognised by %s, does not run", (name) => {
    vi.stubGlobal(name, {});
    expect(() => readOptions(revision, credentials)).toThrow(GridConfigError);
    expect(() => readOptions(revision, credentials)).toThrow(
      "the client refuses to run in a browser, where its secret is public",
    );
  });

  test("runs with dangerouslyAllowBrowser", () => {
    vi.stubGlobal("document", {});
    expect(() => readOptions(revision, { ...credentials, dangerouslyAllowBrowser: true })).not.toThrow();
  });
});
