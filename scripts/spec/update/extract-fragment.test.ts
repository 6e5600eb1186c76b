import { readFile } from "node:fs/promises";
import type { JsonObject } from "@grid-sdk/contract";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { parseFragment } from "../../generate/fragment.ts";
import { extractFragment } from "./extract-fragment.ts";
import { describeDocument } from "./unordered.ts";
import { buildWholeSpecification } from "./whole-specification.ts";
import { writeFragment } from "./write-fragment.ts";

const text = await readFile(new URL("../../../openapi/grid-auth.yaml", import.meta.url), "utf8");
const { document } = parseFragment(text);
const selection = { paths: ["/auth/"], dialect: "https://json-schema.org/draft/2020-12/schema" };

describe("the fragment", () => {
  test("taken from itself is itself", () => {
    const { fragment, problems } = extractFragment(document, selection);
    expect(problems).toEqual([]);
    expect(fragment).toEqual(document);
    expect(writeFragment(text, fragment)).toBe(text);
  });

  test("taken from the whole specification is the same bytes", () => {
    const whole = buildWholeSpecification(document);
    const written = stringify(whole, { aliasDuplicateObjects: false });
    expect(Object.keys(whole["paths"] as object).length).toBeGreaterThanOrEqual(120);
    expect(written.split("\n").length).toBeGreaterThanOrEqual(26_000);
    const { fragment, problems } = extractFragment(parse(written) as JsonObject, selection);
    expect(problems).toEqual([]);
    expect(writeFragment(text, fragment)).toBe(text);
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

  test("cannot be taken where nothing is selected, or where it refers to what is not", () => {
    expect(extractFragment({ paths: { "/b": {} } }, selection).problems).toEqual([
      { pointer: "/paths", message: "No path starts with /auth/: there is nothing to take." },
    ]);
    const crossing = { paths: { "/auth/a": { get: { a: { $ref: "#/paths/~1b" } } }, "/b": {} } };
    expect(extractFragment(crossing, selection).problems).toMatchObject([{ pointer: "/paths/~1b" }]);
  });
});

describe("the fragment's text", () => {
  test("stays when only the order differs", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, item]) => [key, reversed(item)]),
      );
    };
    expect(writeFragment(text, reversed(document) as JsonObject)).toBe(text);
  });

  test("changes where the content does, and keeps comments", () => {
    const changed = parse(text.replace("One of the three kinds of proof;", "A proof;")) as JsonObject;
    const written = writeFragment(text, changed);
    expect(written).toContain("# Without it, validators fall back");
    const before = new Set(text.split("\n"));
    const lines = written.split("\n").filter((line) => !before.has(line));
    expect(lines.filter((line) => !line.includes("The authentication part"))).toEqual([
      "      description: A proof; which fields it takes follows from `type`.",
    ]);
  });

  test("gets new components in the order of their names, whatever the order they come in", () => {
    const add = (...names: string[]) => {
      const copy = structuredClone(document) as { components: { schemas: JsonObject } };
      for (const name of names) copy.components.schemas[name] = { type: "string", description: name };
      return writeFragment(text, copy as unknown as JsonObject);
    };
    expect(add("Bee", "Ant")).toBe(add("Ant", "Bee"));
    expect(describeDocument(parse(add("Ant")))).not.toBe(describeDocument(document));
  });

  test("loses what the content does not have", () => {
    const copy = structuredClone(document) as { paths: JsonObject };
    delete copy.paths["/auth/sessions"];
    expect(parse(writeFragment(text, copy as unknown as JsonObject))).toEqual(copy);
  });
});
