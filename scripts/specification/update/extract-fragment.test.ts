import { readFile } from "node:fs/promises";
import { type JsonObject } from "@grid-sdk/openapi";
import { parseSource } from "@grid-sdk/openapi/parse";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { extractFragment } from "./extract-fragment.ts";
import { buildWholeSpecification } from "./whole-specification.ts";
import { parseSelection } from "./selection.ts";
import { writeFragment } from "./write-fragment.ts";

const text = await readFile(new URL("../../../openapi/2026-04-23/grid-auth.yaml", import.meta.url), "utf8");
const { document } = parseSource(text, "grid-auth.yaml");
const selection = parseSelection({ include: { paths: ["/auth/"] } });

describe("the fragment", () => {
  test("extracted from itself is itself", () => {
    const { fragment, problems } = extractFragment(document, selection);
    expect(problems).toEqual([]);
    expect(fragment).toEqual(document);
    expect(writeFragment(text, fragment)).toBe(text);
  });

  test("extracted from the whole specification is the same bytes", () => {
    const whole = buildWholeSpecification(document);
    const written = stringify(whole, { aliasDuplicateObjects: false });
    expect(Object.keys(whole["paths"] as object).length).toBeGreaterThanOrEqual(120);
    expect(written.split("\n").length).toBeGreaterThanOrEqual(26_000);
    const { fragment, problems } = extractFragment(parse(written) as JsonObject, selection);
    expect(problems).toEqual([]);
    expect(writeFragment(text, fragment)).toBe(text);
  });

  test("has the facts of the whole specification, its contact and its license too", () => {
    const info = { title: "An API", version: "1", contact: { name: "Support" }, license: { name: "MIT" }, "x-a": 1 };
    const whole = { openapi: "3.1.0", info, servers: [], paths: { "/auth/a": { get: {} } } };
    expect(extractFragment(whole, selection).fragment).toEqual(whole);
  });

  test("brings the targets of discriminators along", () => {
    const target = { type: "object" };
    const union = { discriminator: { propertyName: "a", mapping: { x: "X", y: "#/components/schemas/Y" } } };
    const whole = {
      openapi: "3.1.0",
      paths: { "/auth/a": { get: { responses: { 200: { $ref: "#/components/responses/A" } } } }, "/b": {} },
      components: { responses: { A: { schema: union } }, schemas: { X: target, Y: target, Z: target } },
    };
    const { fragment } = extractFragment(whole, selection);
    expect(fragment["components"]).toEqual({ responses: { A: { schema: union } }, schemas: { X: target, Y: target } });
    expect(Object.keys(fragment["paths"] as object)).toEqual(["/auth/a"]);
  });

  test("cannot be extracted if nothing is selected, or if it refers to what is not selected", () => {
    expect(extractFragment({ paths: { "/b": {} } }, selection).problems).toEqual([
      {
        pointer: "/paths",
        message: "openapi/selection.json selects no operation (paths: /auth/): there is nothing to extract.",
      },
    ]);
    const crossing = { paths: { "/auth/a": { get: { a: { $ref: "#/paths/~1b" } } }, "/b": {} } };
    expect(extractFragment(crossing, selection).problems).toMatchObject([{ pointer: "/paths/~1b" }]);
  });
});
