import { describe, expect, test } from "vitest";
import { pairItems } from "./pair-items.ts";

const object = (properties: object, description?: string) => ({ properties, ...(description && { description }) });
const ref = { $ref: "#/components/schemas/A" };
const text = { type: "string" };

describe("two lists are paired, in any order,", () => {
  test.each<[string, readonly unknown[], readonly unknown[], expected: [number, number][]]>([
    [
      "by reference, name or URL",
      [ref, { url: "/a" }, { name: "a", in: "path" }],
      [{ name: "a", in: "path", x: 1 }, ref, { url: "/a", x: 1 }],
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
    ],
    [
      "by being equal",
      [object({ a: text }, "1"), object({ a: text }, "2")],
      [object({ a: text }, "2"), object({ a: text }, "1")],
      [
        [0, 1],
        [1, 0],
      ],
    ],
    [
      "by their structure",
      [object({ a: text }), object({ a: {} }, "1")],
      [object({ a: {} }, "2"), object({ a: text }, "3")],
      [
        [0, 1],
        [1, 0],
      ],
    ],
    [
      "by their structure, where a property is called like documentation",
      [object({ example: text }), object({ example: {} })],
      [object({ example: {} }, "1"), object({ example: text }, "2")],
      [
        [0, 1],
        [1, 0],
      ],
    ],
    [
      "by the names of their properties",
      [object({ a: text }), object({ b: text })],
      [object({ b: {} }), object({ a: {} })],
      [
        [0, 1],
        [1, 0],
      ],
    ],
    [
      "by their order, where nothing is alike",
      [ref, { type: "string" }],
      [{ type: "number" }, ref],
      [
        [0, 1],
        [1, 0],
      ],
    ],
    ["by their order, where what was written out is referred to", [object({ a: text })], [ref], [[0, 0]]],
    ["not where a reference is gone", [ref], [object({ a: text })], []],
    ["each item once", [object({ a: text }), object({ a: text })], [object({ a: text })], [[0, 0]]],
  ])("%s", (_, before, after, expected) => {
    const found = pairItems(before, after).map(([, was, is]) => [before.indexOf(was), after.indexOf(is)]);
    expect(found).toEqual(expected);
  });
});
