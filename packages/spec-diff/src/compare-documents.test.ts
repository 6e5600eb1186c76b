import { isJsonObject, type JsonObject } from "@grid-sdk/contract";
import { describe, expect, test } from "vitest";
import { cases } from "../cases/index.ts";
import { compareDocuments } from "./compare-documents.ts";

function reverseKeys(document: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    isJsonObject(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value,
  );
}

describe("the comparison of two revisions", () => {
  test.each(cases)("says what it means that $name: $level", ({ before, after, level, kind }) => {
    const changes = compareDocuments(before, after);
    const [first] = changes;
    expect(first?.level ?? "none").toBe(level);
    const kinds = changes.filter((change) => change.level === level).map((change) => change.kind);
    expect(kind === undefined ? [kind] : kinds).toContain(kind);
  });

  test.each(cases)("finds nothing in a revision that stays as it is: $name", ({ after }) => {
    const reordered = reverseKeys(after);
    expect(compareDocuments(after, after)).toEqual([]);
    expect(compareDocuments(after, reordered)).toEqual([]);
  });

  test("says of all that breaks what to do instead", () => {
    const breaking = cases.flatMap(({ before, after }) =>
      compareDocuments(before, after).filter(({ level }) => level === "breaking"),
    );
    expect(breaking.filter(({ message }) => !/[:;] \w.*\.$/.test(message))).toEqual([]);
    expect(breaking.length).toBeGreaterThan(200);
  });

  test("knows at least 150 cases", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(150);
  });
});
