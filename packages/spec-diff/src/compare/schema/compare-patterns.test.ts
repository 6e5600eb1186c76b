import { expect, test } from "vitest";
import { comparePatterns } from "./compare-patterns.ts";

test.each([
  ["^04[0-9a-f]{4}$", "^(02[0-9a-f]{2}|04[0-9a-f]{4})$", "loosened"],
  ["^(a|b|c)$", "^(a|b)$", "tightened"],
  ["^[a-z]+$", "^(?:ab|cd)$", "tightened"],
  ["^a", "a", "loosened"],
  ["a$|^b", "^b|a$", "same"],
  ["^\\d{3}$", "^[0-9]{3}$", "same"],
  ["^a.*$", "^a?.*$", "loosened"],
  ["^[a-z]+$", "^[A-Z]+$", "unproven"],
  ["^(a|b)$", "^x(a|b)$", "unproven"],
  ["^(.)\\1$", "^(.)\\1?$", "unproven"],
  ["^(?=a)ab$", "^ab$", "unproven"],
  ["^x(^a|b)$", "^b$", "unproven"],
  ["^(", "^a$", "unproven"],
  ["^.{0,90000}$", "^.{0,90001}$", "unproven"],
  ["^$", "^a?$", "loosened"],
  ["", "^a$", "tightened"],
])("what becomes of %s as %s: %s", (before, after, shift) => {
  expect(comparePatterns(before, after)).toBe(shift);
});
