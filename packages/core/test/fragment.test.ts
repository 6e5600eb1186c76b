import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { API_VERSION, BASE_URL, operationTable, SPECIFICATION_DATE } from "../src/index.ts";

interface Example {
  readonly pointer: string;
  readonly schema: { readonly $ref: string };
  readonly value: unknown;
}

type Json = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- a document of any shape

const document: Json = parse(await readFile(new URL("../../../openapi/grid-auth.yaml", import.meta.url), "utf8"));

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
addFormats.default(ajv);
ajv.addVocabulary([
  "openapi",
  "jsonSchemaDialect",
  "info",
  "servers",
  "tags",
  "security",
  "paths",
  "components",
  "discriminator",
]);
ajv.addSchema({ $id: "grid", ...document });

function validate(ref: string, value: unknown): unknown[] {
  const check = ajv.getSchema(`grid${ref}`);
  if (!check) throw new Error(`${ref} is not a schema`);
  check(value);
  return check.errors ?? [];
}

const resolve = (value: Json): Json =>
  typeof value["$ref"] === "string"
    ? value["$ref"]
        .slice(2)
        .split("/")
        .reduce((at: Json, key: string) => at[key], document)
    : value;

function* listExamples(): Generator<Example> {
  for (const [path, item] of Object.entries<Json>(document["paths"])) {
    for (const [method, operation] of Object.entries<Json>(item)) {
      const bodies = Object.entries<Json>(operation["responses"]);
      if (operation["requestBody"]) bodies.push(["body", operation["requestBody"]]);
      for (const [name, body] of bodies) {
        const { schema, examples } = body["content"]?.["application/json"] ?? {};
        for (const [example, value] of Object.entries<Json>(examples ?? {})) {
          yield { pointer: `${method} ${path} ${name} ${example}`, schema, value: resolve(value)["value"] };
        }
      }
    }
  }
}

const examples = [...listExamples()];
const exampleNames = (pointer: string) =>
  examples.filter((example) => example.pointer.startsWith(pointer)).map((example) => example.pointer.split(" ")[3]);
const credentials = examples.filter(({ schema }) => schema.$ref.endsWith("/AuthCredentialResponseOneOf"));

describe("the fragment's examples", () => {
  test.each(examples)("fit their schema: $pointer", ({ schema, value }) => {
    expect(validate(schema.$ref, value)).toEqual([]);
  });

  test.each(credentials)("match exactly one branch: $pointer", ({ value }) => {
    const branches = ["AuthMethodResponse", "PasskeyAuthChallenge"];
    const matching = branches.filter((name) => validate(`#/components/schemas/${name}`, value).length === 0);
    expect(matching).toEqual([(value as Json)["type"] === "PASSKEY" ? "PasskeyAuthChallenge" : "AuthMethodResponse"]);
  });

  test("include each credential type where types differ", () => {
    const types = ["emailOtp", "oauth", "passkey"];
    expect(exampleNames("post /auth/credentials/{id}/challenge 200")).toEqual(types);
    for (const part of ["201", "202", "body"]) expect(exampleNames(`post /auth/credentials ${part}`)).toEqual(types);
    expect(exampleNames("post /auth/credentials/{id}/verify body")).toEqual(types);
  });

  test("exist for every response that has a body", () => {
    const pointers = examples.map(({ pointer }) => pointer.split(" ").slice(0, 3).join(" "));
    for (const [path, item] of Object.entries<Json>(document["paths"])) {
      for (const [method, { responses }] of Object.entries<Json>(item)) {
        const withBody = Object.keys(responses).filter((status) => responses[status]["content"]);
        for (const status of withBody) expect(pointers).toContain(`${method} ${path} ${status}`);
      }
    }
  });
});

describe("the strict wrapper", () => {
  const [{ value }] = credentials as [Example];

  test("refuses one property more", () => {
    expect(validate("#/components/schemas/AuthMethodResponse", { ...(value as Json), extra: 1 })).not.toEqual([]);
    expect(validate("#/components/schemas/AuthMethod", { ...(value as Json), extra: 1 })).toEqual([]);
  });
});

describe("what core exports beside types", () => {
  test("is the fragment, as YAML and as JSON", async () => {
    const yaml = await readFile(new URL(import.meta.resolve("@grid-sdk/core/openapi.yaml")), "utf8");
    const json = await readFile(new URL(import.meta.resolve("@grid-sdk/core/openapi.json")), "utf8");
    expect(parse(yaml)).toEqual(document);
    expect(JSON.parse(json)).toEqual(document);
  });

  test("is the server, the version and the operations of the fragment", () => {
    expect(BASE_URL).toBe(document["servers"][0]["url"]);
    expect(API_VERSION).toBe(document["info"]["version"]);
    expect(SPECIFICATION_DATE).toBe(document["info"]["x-revision-date"]);
    expect(operationTable.challengeAuthCredential).toEqual({
      method: "POST",
      path: "/auth/credentials/{id}/challenge",
      success: { 200: "json" },
    });
    const ids = Object.values<Json>(document["paths"]).flatMap((item) =>
      Object.values<Json>(item).map(({ operationId }) => operationId),
    );
    expect(Object.keys(operationTable).toSorted()).toEqual(ids.toSorted());
  });
});
