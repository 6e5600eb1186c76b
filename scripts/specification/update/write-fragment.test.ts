import { type JsonObject } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { writeFragment } from "./write-fragment.ts";

const TEXT = `openapi: 3.1.0
# Of the whole API.
info:
  title: Things
  version: "1"
paths:
  /things:
    # All of them.
    get:
      tags: [b, a]
      description: |-
        Lists the things
        that there are.
components:
  schemas:
    Cat:
      type: string
    Fox:
      type: string
      enum: [red, grey]
`;
const document = parse(TEXT) as JsonObject;
const write = (change: (copy: ReturnType<typeof parse>) => void): string => {
  const copy = structuredClone(document);
  change(copy);
  return writeFragment(TEXT, copy);
};

describe("the fragment's text", () => {
  test("stays when only the order differs", () => {
    const reverse = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reverse).toReversed();
      if (typeof value !== "object" || value === null) return value;
      const entries = Object.entries(value).map(([key, item]) => [key, reverse(item)] as const);
      return Object.fromEntries(entries.toReversed());
    };
    expect(writeFragment(TEXT, reverse(document) as JsonObject)).toBe(TEXT);
  });

  test("changes where the content does, and keeps comments and forms", () => {
    const written = write((copy) => (copy.components.schemas.Cat.type = "number"));
    expect(written).toBe(TEXT.replace("Cat:\n      type: string", "Cat:\n      type: number"));
  });

  test("gets new components in the order of their names, whatever the order they come in", () => {
    const add = (...names: string[]) =>
      write((copy) => {
        for (const name of names) copy.components.schemas[name] = { type: "string", description: name };
      });
    expect(add("Bee", "Ant")).toBe(add("Ant", "Bee"));
  });

  test("loses what the content does not have", () => {
    const written = write((copy) => delete copy.components.schemas.Cat);
    expect(parse(written).components).toEqual({ schemas: { Fox: { type: "string", enum: ["red", "grey"] } } });
  });

  test.each(["2026-01-01T00:00:00Z", "2025-10-13", "yes", "NO", "on", "0o17", "1_000", "1:30", "~", "null", "1e3"])(
    "keeps the string %s one for readers of YAML 1.1 too",
    (value) => {
      const written = write((copy) => (copy.info.description = value));
      expect(parse(written).info.description).toBe(value);
      expect(parse(written, { version: "1.1" }).info.description).toBe(value);
    },
  );
});
