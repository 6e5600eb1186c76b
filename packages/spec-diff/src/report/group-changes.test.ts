import { expect, test } from "vitest";
import type { Change } from "../judge/change.ts";
import { groupChanges, namePlaces } from "./group-changes.ts";

const change = (kind: string, where: string, subject: string, message: string): Change => ({
  level: "minor",
  kind,
  where,
  subject,
  message,
});

test("says a change at several places once", () => {
  const message = "The property `a` is new.";
  const lines = groupChanges(["A/a", "B/a"].map((where) => change("property-added", where, "a", message)));
  expect(lines).toEqual([{ level: "minor", kind: "property-added", places: ["A/a", "B/a"], message }]);
});

test("says several values at one place, or the same ones at several, once", () => {
  const says = (value: string) => `The value \`${value}\` of \`code\` is new: add it to your switches over it.`;
  const changes = ["A/code", "B/code"].flatMap((where) =>
    ["X", "Y"].map((value) => change("enum-value-added", where, value, says(value))),
  );
  expect(groupChanges(changes)).toEqual([
    {
      level: "minor",
      kind: "enum-value-added",
      places: ["A/code", "B/code"],
      message: "The values `X`, `Y` of `code` are new: add them to your switches over it.",
    },
  ]);
});

test("keeps apart what is not the same change", () => {
  const changes = [
    change("property-removed", "A/a", "a", "The property `a` is gone: stop sending it."),
    change("property-removed", "A/b", "b", "The property `b` is gone: stop sending it."),
    {
      ...change("property-removed", "B/a", "a", "The property `a` is gone: stop sending it."),
      level: "breaking" as const,
    },
  ];
  expect(groupChanges(changes)).toHaveLength(3);
});

test("names a few places and counts the others", () => {
  expect(namePlaces(["a", "b", "c", "d"])).toBe("a, b, c, d");
  expect(namePlaces(["a", "b", "c", "d", "e"])).toBe("a, b, c and 2 more");
});
