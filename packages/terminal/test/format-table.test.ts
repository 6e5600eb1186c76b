import { expect, test } from "vitest";
import { type Format, formatTable } from "../src/index.ts";

const terminal = (width: number) => ({ width, paint: (_: Format, text: string) => text });
const ROWS = [
  ["WHERE", "PROBLEM"],
  ["EmailOtpCredentialVerifyRequestFields/clientPublicKey", "is not declared, and the request is refused"],
  ["a", "is required"],
];

test("columns are as wide as their widest cell, where there is room", () => {
  expect(formatTable(ROWS, terminal(Infinity)).split("\n")).toEqual([
    "WHERE                                                  PROBLEM",
    "EmailOtpCredentialVerifyRequestFields/clientPublicKey  is not declared, and the request is refused",
    "a                                                      is required",
  ]);
});

test.each([80, 100])("a table of long cells fits %i columns, and no word breaks", (width) => {
  const lines = formatTable(ROWS, terminal(width)).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  const words = lines.flatMap((line) => line.trim().split(/ +/));
  expect(words.toSorted()).toEqual(ROWS.flat().join(" ").split(" ").toSorted());
});

test("a word that is too long breaks at a separator or before a capital letter", () => {
  const lines = formatTable(ROWS, terminal(44)).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(44);
  expect(lines.map((line) => line.split("  ")[0])).toEqual([
    "WHERE",
    "EmailOtpCredential",
    "VerifyRequestFields/",
    "clientPublicKey",
    "a",
  ]);
});

test("styles do not move what follows", () => {
  const paint = (format: Format, text: string) => `<${String(format)}>${text}</>`;
  const styleOf = (cell: string) => (cell === "a" ? ("red" as const) : undefined);
  const rows = [
    ["a", "b"],
    ["aaa", "c"],
  ];
  expect(formatTable(rows, { width: 80, paint }, { styleOf })).toBe("<red>a</>    b\naaa  c");
});

test("a row with fewer cells than others is filled up", () => {
  expect(formatTable([["a"], ["b", "c"]], terminal(80))).toBe("a\nb  c");
});
