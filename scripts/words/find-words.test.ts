import { expect, test } from "vitest";
import { findWords } from "./find-words.ts";

const found = (path: string, text: string) => findWords(path, text).map(({ line, found: words }) => `${line} ${words}`);

test.each<[string, string, string, string[]]>([
  ["a page", "a.md", "# A\n\nNo test is\nneeded, and mend it.\n", ["4 mend"]],
  ["a page, over a line's end", "a.md", "A pattern that is\nnone fails.\n", ["1 is none"]],
  ["a page's code", "a.md", "`mend` it:\n\n```ts\nmend();\n```\n", []],
  ["a comment", "a.ts", "/** Mends the output. */\nexport const a = 1;\n", ["1 Mends"]],
  ["a comment at the end", "a.ts", "export const a = 1;\n// Mends it.\n", ["2 Mends"]],
  [
    "a comment over a line's end",
    "a.ts",
    "/**\n * A pattern that is\n * none.\n */\nexport const a = 1;\n",
    ["2 is none"],
  ],
  ["a comment inside a call", "a.ts", "go(\n  // tells more\n  1,\n);\n", ["2 tells"]],
  ["a message", "a.ts", 'throw new Error("this is no date");\n', ["1 is no "]],
  [
    "a message in a template",
    "a.ts",
    "throw new Error(`${a} is no ${b} that\n${c} tells`);\n",
    ["1 is no ", "2 tells"],
  ],
  ["a test's name", "a.test.ts", 'test("mends a document", () => {});\n', ["1 mends"]],
  ["a value of one word", "a.ts", 'const a = "told";\n', []],
  ["code", "a.ts", "const told = answer.stands;\n", []],
  ["a name in a message", "a.ts", "throw new Error(`give \\`answer\\` a number`);\n", []],
  ["a description", "a.yaml", "description: The answer of the server.\n", ["1 answer"]],
])("%s is read as a person reads it", (_, path, text, expected) => {
  expect(found(path, text)).toEqual(expected);
});

test.each([
  "There is no response.",
  "The key is no longer valid.",
  "Leave the file alone.",
  "The letters stand for a type.",
  "The check takes 3 s.",
  "He understands a response.",
])("%s is plain English", (text) => {
  expect(found("a.md", text)).toEqual([]);
});

test("a finding has a better word", () => {
  expect(findWords("a.md", "The fragment stands alone.")).toEqual([
    { line: 1, found: "stands", say: "is, is listed" },
    { line: 1, found: "alone", say: "only" },
  ]);
});
