import { expect, test } from "vitest";
import { formatLine } from "../src/index.ts";

const terminal = (width: number) => ({ width, paint: (_: unknown, text: string) => text });

test("parts are on one line if they fit, and empty ones are left out", () => {
  expect(formatLine(["one", "", ["two", "red"], "three"], terminal(15))).toBe("one  two  three");
});

test("what does not fit follows on indented lines, broken between words", () => {
  const line = formatLine(["22:31:07", "the reason is long", "/a/path"], terminal(12));
  expect(line.split("\n")).toEqual(["22:31:07", "  the reason", "  is long", "  /a/path"]);
});

test("a part with spaces of its own keeps them", () => {
  expect(formatLine(["  label   ", "text"], terminal(80), { gap: " " })).toBe("  label    text");
});

test("emoji are not cut in two", () => {
  expect(formatLine(["😀😀😀"], terminal(3), { indent: 0 }).isWellFormed()).toBe(true);
});
