import { describe, expect, test } from "vitest";
import { hashText } from "./hash-text.ts";
import { readTexts, writeTexts } from "./texts-file.ts";

const PATH = "openapi/latest/texts.json";
const HASH = hashText("It.");

describe("the file of hashes", () => {
  test("gives back what was written", () => {
    const hashes = { "/info/description": HASH, "/components/schemas/__proto__/description": hashText("A") };
    expect(readTexts(writeTexts(hashes), PATH)).toEqual(hashes);
  });

  test("has a line per place, sorted, after a line which says what it is", () => {
    const lines = writeTexts({ "/b": HASH, "/a/summary": HASH, "/B": HASH }).split("\n");
    expect(lines).toEqual([
      "{",
      expect.stringMatching(/^ {2}"\/\/": ".*do not edit it by hand\.",$/),
      `  "/B": "${HASH}",`,
      `  "/a/summary": "${HASH}",`,
      `  "/b": "${HASH}"`,
      "}",
      "",
    ]);
  });

  test("is the same text for the same hashes in another order", () => {
    expect(writeTexts({ "/b": HASH, "/a": HASH })).toBe(writeTexts({ "/a": HASH, "/b": HASH }));
  });

  test("may hold no place, or not be there", () => {
    expect(readTexts(writeTexts({}), PATH)).toEqual({});
    expect(readTexts(undefined, PATH)).toBeUndefined();
  });

  test.each([
    ["no text at all", "", /not JSON/],
    ["a conflict of a merge", `{\n<<<<<<< ours\n"/a": "${HASH}"\n}`, /not JSON/],
    ["a list", "[1]", /got \[1\]/],
    ["null", "null", /got null/],
    ["a hash that is cut off", `{"/a": "${HASH.slice(1)}"}`, /got "\/a": "[0-9a-f]{63}"/],
    ["a hash with a letter too many", `{"/a": "${HASH}0"}`, /got "\/a"/],
    ["a text in place of a hash", JSON.stringify({ "/a": "It. ".repeat(100) }), /got "\/a": "It\. .{0,100}…/],
    ["a number in place of a hash", '{"/a": 1}', /got "\/a": 1/],
    ["a place that is not a pointer", `{"info": "${HASH}"}`, /got "info"/],
  ])("is refused when it is %s", (_, text, found) => {
    const read = () => readTexts(text, PATH);
    expect(read).toThrow(found);
    expect(read).toThrow(
      /^openapi\/latest\/texts\.json is broken: expected a JSON object.*got .*\. Restore the file from Git/s,
    );
  });
});
