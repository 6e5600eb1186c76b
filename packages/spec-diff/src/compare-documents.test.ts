import { isJsonObject, type JsonObject } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { cases } from "../cases/index.ts";
import { compareDocuments } from "./compare-documents.ts";
import { describeChange, describeFact } from "./report/describe-fact.ts";

function reverseKeys(document: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    isJsonObject(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value,
  );
}

describe("the comparison of two revisions", () => {
  test.each(cases)("judges that $name: $level", ({ before, after, level, kind }) => {
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

  test("says for everything that breaks what to do instead", () => {
    const breaking = cases.flatMap(({ before, after }) =>
      compareDocuments(before, after).filter(({ level }) => level === "breaking"),
    );
    const said = breaking.map(describeFact);
    expect(said.filter(([fact, advice]) => !fact || !advice)).toEqual([]);
    expect(breaking.length).toBeGreaterThan(200);
  });

  test.each([
    [
      "a parameter becomes a component, and authentication is no longer required",
      "Basic in its old form no longer authenticates this operation: send no credentials.",
    ],
    [
      "authentication is required where none was",
      "This operation requires authentication now: authenticate with Basic.",
    ],
    ["a parameter is required for one more kind of body", "is required with `kind: BAG` now: send it."],
    ["a parameter is required for fewer kinds of body", "is now also optional with `kind: BAG`."],
    ["a parameter is required for a new kind of body", "is required with `kind: BOX`, which is new."],
    ["a parameter stays required only for a kind of body", "is optional now, except with `kind: BOX`."],
    ["a parameter is added that a kind of body requires", "is new and required with `kind: BOX`: send it."],
    [
      "undeclared properties are refused, in a request",
      "is `false` instead of not set: send only declared properties.",
    ],
    ["undeclared properties are refused, in a response", "is `false` instead of not set."],
    [
      "undeclared properties are no longer allowed by name, in a response",
      "is not set instead of `true`: stop reading undeclared properties.",
    ],
  ])("says in plain words that %s", (name, words) => {
    const found = cases.filter((one) => one.name === name);
    const messages = found.flatMap(({ before, after }) => compareDocuments(before, after).map(describeChange));
    expect(messages).toContainEqual(expect.stringContaining(words));
  });

  test("knows at least 150 cases", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(150);
  });
});
