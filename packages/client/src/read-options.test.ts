import { BASE_URL } from "@grid-sdk/core";
import { afterEach, expect, test, vi } from "vitest";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { readOptions } from "./read-options.ts";

const credentials = { clientId: "id", clientSecret: "secret" };

afterEach(() => vi.unstubAllEnvs());

function decodeBasic(header: string | undefined): string {
  return Buffer.from(String(header).replace(/^Basic /, ""), "base64").toString("utf8");
}

test("takes credentials and base URL from the environment", () => {
  vi.stubEnv("GRID_CLIENT_ID", "env-id");
  vi.stubEnv("GRID_CLIENT_SECRET", "env-secret");
  vi.stubEnv("GRID_BASE_URL", "https://sandbox.example/grid");
  const { baseUrl, headers } = readOptions({});
  expect(baseUrl).toBe("https://sandbox.example/grid");
  expect(decodeBasic(headers["authorization"])).toBe("env-id:env-secret");
});

test("prefers options to the environment", () => {
  vi.stubEnv("GRID_CLIENT_ID", "env-id");
  vi.stubEnv("GRID_CLIENT_SECRET", "env-secret");
  vi.stubEnv("GRID_BASE_URL", "https://sandbox.example/grid");
  const { baseUrl, headers } = readOptions({ ...credentials, baseUrl: "https://other.example" });
  expect(baseUrl).toBe("https://other.example");
  expect(decodeBasic(headers["authorization"])).toBe("id:secret");
});

test("falls back to the server of the specification", () => {
  expect(readOptions(credentials).baseUrl).toBe(BASE_URL);
});

test.each([
  { given: { clientSecret: "secret" }, option: "clientId", variable: "GRID_CLIENT_ID" },
  { given: { clientId: "id" }, option: "clientSecret", variable: "GRID_CLIENT_SECRET" },
])("names both ways to set a missing $option", ({ given, option, variable }) => {
  vi.stubEnv(variable, "");
  const read = () => readOptions(given);
  expect(read).toThrow(GridConfigError);
  expect(read).toThrow(`${option} is missing: pass createGridClient({ ${option} }) or set ${variable}.`);
});

test("encodes credentials as UTF-8", () => {
  const { headers } = readOptions({ clientId: "id", clientSecret: "pä$$wörd-密码-🔑" });
  expect(decodeBasic(headers["authorization"])).toBe("id:pä$$wörd-密码-🔑");
});

test("sends the given headers, and its own authorization over them", () => {
  const { headers } = readOptions({ ...credentials, headers: { "x-team": "wallet", authorization: "Basic other" } });
  expect(headers).toMatchObject({ "x-team": "wallet" });
  expect(decodeBasic(headers["authorization"])).toBe("id:secret");
});
