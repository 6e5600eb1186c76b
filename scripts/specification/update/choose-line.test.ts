import { expect, test } from "vitest";
import type { Line } from "../../workspace/lines.ts";
import { chooseLine } from "./choose-line.ts";

const [old, newest] = [
  { name: "old", isUpdated: false },
  { name: "newest", isUpdated: true },
] as unknown as [Line, Line];
const lines = [old, newest];

test("an update is for the line that follows the API, unless another is named", () => {
  expect(chooseLine("https://api.example/openapi.yaml", undefined, lines)).toBe(newest);
  expect(chooseLine("https://api.example/openapi.yaml", "old", lines)).toBe(old);
  expect(chooseLine("/elsewhere/openapi/old/upstream.yaml", undefined, lines)).toBe(newest);
});

test("an update from a line's own file is for that line", () => {
  const own = new URL("../../../openapi/old/upstream.yaml", import.meta.url).pathname;
  expect(chooseLine(own, undefined, lines)).toBe(old);
  expect(chooseLine(own, "old", lines)).toBe(old);
  expect(chooseLine(own, "newest", lines)).toBe(`${own} belongs to the line old, not to newest`);
});

test("a line that does not exist is refused with the names of those that do", () => {
  expect(chooseLine("a.yaml", "next", lines)).toBe("--line must be one of old, newest, got next");
});
