import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { lineEntries } from "../../../tsdown.base.ts";
import type * as Standard from "../src/index.ts";

interface Example {
  readonly pointer: string;
  readonly schema: Json;
  readonly value: unknown;
}

type Json = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- a document of any shape

const root = new URL("../../../", import.meta.url);
const LINES = await Promise.all(
  lineEntries.map(async ({ name, entry, file }) => {
    const document: Json = parse(readFileSync(new URL(`openapi/${name}/grid-auth.yaml`, root), "utf8"));
    return { name, entry, document, exported: (await import(`../src/${file}.ts`)) as typeof Standard };
  }),
);

describe.each(LINES)("the line $name", ({ entry, document, exported }) => {
  // Not strict: a schema of OpenAPI has keywords that are not of JSON Schema (`example`, `xml`), and any `x-` field.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "grid", ...document });

  /** What is wrong with a value by a schema of the fragment, whose references lead into the fragment. */
  function validate(schema: Json, value: unknown): unknown[] {
    const absolute = JSON.stringify(schema).replaceAll('"$ref":"#', '"$ref":"grid#');
    const check = ajv.compile(JSON.parse(absolute));
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

  const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

  function listOperations(): Json[] {
    return Object.entries<Json>(document["paths"]).flatMap(([path, item]) =>
      Object.entries<Json>(resolve(item))
        .filter(([method]) => METHODS.has(method))
        .map(([method, operation]) => Object.assign({ where: `${method} ${path}` }, operation)),
    );
  }

  function* listExamples(): Generator<Example> {
    for (const { where, responses, requestBody } of listOperations()) {
      const bodies = Object.entries<Json>(responses);
      if (requestBody) bodies.push(["body", requestBody]);
      for (const [name, body] of bodies) {
        const { schema, examples } = resolve(body)["content"]?.["application/json"] ?? {};
        for (const [example, value] of Object.entries<Json>(examples ?? {})) {
          yield { pointer: `${where} ${name} ${example}`, schema: schema ?? {}, value: resolve(value)["value"] };
        }
      }
    }
  }

  /** The branches of a schema that is a union by reference, whatever it is called. */
  const branchesOf = (schema: Json): Json[] => resolve(schema)["oneOf"] ?? [];

  const examples = [...listExamples()];
  const unions = examples.filter(({ schema }) => branchesOf(schema).length > 0 && resolve(schema)["discriminator"]);

  describe("the fragment's examples", () => {
    test.each(examples)("fit their schema: $pointer", ({ schema, value }) => {
      expect(validate(schema, value)).toEqual([]);
    });

    test.each(unions)("match exactly the branch that their discriminator names: $pointer", ({ schema, value }) => {
      const { propertyName, mapping } = resolve(schema)["discriminator"];
      const matching = branchesOf(schema).filter((branch) => validate(branch, value).length === 0);
      expect(matching.map(({ $ref }) => $ref)).toEqual([mapping[(value as Json)[propertyName]]]);
    });
  });

  describe("what core exports beside types", () => {
    test("is the fragment, as YAML and as JSON", async () => {
      const core = entry.replace(/^\./, "@grid-sdk/core");
      const yaml = await readFile(new URL(import.meta.resolve(`${core}/openapi.yaml`)), "utf8");
      const json = await readFile(new URL(import.meta.resolve(`${core}/openapi.json`)), "utf8");
      expect(parse(yaml)).toEqual(document);
      expect(JSON.parse(json)).toEqual(document);
    });

    test("is the server, the version and the operations of the fragment", () => {
      const { API_VERSION, BASE_URL, operationTable, revision, SPECIFICATION_DATE } = exported;
      expect(BASE_URL).toBe(document["servers"][0]["url"]);
      expect(API_VERSION).toBe(document["info"]["version"]);
      expect(SPECIFICATION_DATE).toBe(document["info"]["x-revision-date"]);
      expect(operationTable.challengeAuthCredential).toMatchObject({
        method: "POST",
        path: "/auth/credentials/{id}/challenge",
        success: { 200: "json" },
      });
      expect(revision).toMatchObject({
        baseUrl: BASE_URL,
        apiVersion: API_VERSION,
        date: SPECIFICATION_DATE,
        operationTable,
      });
      const ids = listOperations().map(({ operationId }) => operationId);
      expect(Object.keys(operationTable).toSorted()).toEqual(ids.toSorted());
    });
  });
});
