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
    const said = breaking.map(describeFact);
    expect(said.filter(([fact, advice]) => !fact || !advice)).toEqual([]);
    expect(breaking.length).toBeGreaterThan(200);
  });

  test.each([
    [
      "a parameter becomes a component, and authentication is not asked for any more",
      "Basic as it was no longer authenticates this operation: send no credentials.",
    ],
    [
      "authentication is asked for where none was",
      "This operation asks for authentication now: authenticate by Basic.",
    ],
    ["a parameter is required for one more kind of body", "is required with `kind: BAG` now: send it."],
    ["a parameter is required for fewer kinds of body", "may be left out with `kind: BAG` as well."],
    ["a parameter is required for a new kind of body", "is required with `kind: BOX`, which is new."],
    ["a parameter stays required for a kind of body alone", "may be left out, but with `kind: BOX`."],
    ["a parameter is added that a kind of body requires", "is new and required with `kind: BOX`: send it."],
    [
      "further properties are refused, in a request",
      "is closed instead of silent: send no property that is not declared.",
    ],
    ["further properties are refused, in a response", "is closed instead of silent."],
    [
      "further properties are declared no more, in a response",
      "is silent instead of open: stop reading properties that are not declared.",
    ],
  ])("says in words what it means that %s", (name, words) => {
    const found = cases.filter((one) => one.name === name);
    const messages = found.flatMap(({ before, after }) => compareDocuments(before, after).map(describeChange));
    expect(messages).toContainEqual(expect.stringContaining(words));
  });

  test("knows at least 150 cases", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(150);
  });
});
