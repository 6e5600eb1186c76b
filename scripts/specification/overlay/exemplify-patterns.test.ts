import { describe, expect, test } from "vitest";
import { exemplifyPatterns, findMatch } from "./exemplify-patterns.ts";

const PATTERNS: readonly [pattern: string, limits?: object][] = [
  ["^[0-9]{11,14}$"],
  [String.raw`^\+[1-9]\d{1,14}$`],
  ["^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$"],
  [String.raw`^[^a-z]{3}\d$`],
  [String.raw`^\p{L}+$`, { minLength: 3 }],
  ["^(?:cat|fox)$"],
  ["^a(?!b).$"],
  ["^[a-z]*$", { minLength: 20, maxLength: 20 }],
  ["fox", { minLength: 7 }],
  ["x$", { minLength: 7 }],
  ["^$"],
];

describe("a string made of a pattern", () => {
  test.each(PATTERNS)("%s matches it, and has its length", (pattern, limits = {}) => {
    const found = findMatch(pattern, { ...limits });
    expect(found).toMatch(new RegExp(pattern, "u"));
    const { minLength = 0, maxLength = Infinity } = limits as { minLength?: number; maxLength?: number };
    expect(found?.length).toBeGreaterThanOrEqual(minLength);
    expect(found?.length).toBeLessThanOrEqual(maxLength);
  });

  test.each([["^(?=a)b$"], ["^a{4}$", 3], ["("], ["^(?:a|b){9000}$"]] as [string, number?][])(
    "%s gives no string if none can be found",
    (pattern, maxLength) => {
      expect(findMatch(pattern, maxLength === undefined ? {} : { maxLength })).toBeUndefined();
    },
  );
});

test("only a schema without values of its own gets one", () => {
  const pattern = "^[0-9]{3}$";
  const told = { enum: { pattern, enum: ["123"] }, example: { pattern, example: "456" } };
  const document = { components: { schemas: { A: { properties: { ...told, bare: { type: "string", pattern } } } } } };
  expect(exemplifyPatterns(document)).toEqual({
    components: {
      schemas: { A: { properties: { ...told, bare: { type: "string", pattern, example: "000" } } } },
    },
  });
});
