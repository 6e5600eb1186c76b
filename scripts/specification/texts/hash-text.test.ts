import { describe, expect, test } from "vitest";
import { hashText } from "./hash-text.ts";

describe("the hash of a text", () => {
  test("is the SHA-256 hash of its JSON", () => {
    // echo -n '"It."' | sha256sum
    expect(hashText("It.")).toBe("2b32359c188dbfe12c032e699a6aafb26924bde8f10415edd9123bced99bd548");
  });

  test.each([
    ["whitespace at the end", "It.\n", "It."],
    ["the form of line ends", "One\r\ntwo", "One\ntwo"],
    ["the order of keys", { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
    ["whitespace at the end of a string in an example", [{ a: "It.\r\n" }], [{ a: "It." }]],
  ])("does not depend on %s", (_, text, other) => {
    expect(hashText(text)).toBe(hashText(other));
  });

  test.each<[string, unknown, unknown]>([
    ["a word", "It is.", "It was."],
    ["upper case", "it", "It"],
    ["whitespace at the start", " It.", "It."],
    ["whitespace within a text", "It  is.", "It is."],
    ["a line break", "It\nis.", "It is."],
    ["the order of a list", [1, 2], [2, 1]],
    ["the type of a value", "1", 1],
    ["a word and null", "null", null],
    ["a field called __proto__", JSON.parse('{"__proto__":1}'), {}],
  ])("differs by %s", (_, text, other) => {
    expect(hashText(text)).not.toBe(hashText(other));
  });
});
