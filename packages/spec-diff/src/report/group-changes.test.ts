import { expect, test } from "vitest";
import type { Change } from "../judge/change.ts";
import type { Direction } from "../facts/parts.ts";
import { type Fact, kindOf } from "../facts/facts.ts";
import { groupChanges, namePlaces } from "./group-changes.ts";

const change = (fact: Fact, path: string, subject: string, more: Partial<Change> = {}): Change => {
  const [component = "", ...rest] = path.split("/");
  const place = { component, path: rest };
  return { level: "minor", kind: kindOf(fact), place, contexts: [], subject, fact, ...more };
};
const say = (changes: readonly Change[]) =>
  groupChanges(changes).map(({ places, message }) => [places.map(({ at }) => at).join(), message]);

const ADDED: Fact = { kind: "property-added", isOptional: true, isFirst: false, asks: undefined };

test("reports a change at several places once", () => {
  const lines = groupChanges(["A/a", "B/a"].map((path) => change(ADDED, path, "a")));
  expect(lines).toMatchObject([
    {
      level: "minor",
      kind: "property-added",
      places: [
        { at: "A/a", reached: "" },
        { at: "B/a", reached: "" },
      ],
      message: "The property `a` is new and optional.",
    },
  ]);
});

const value = (path: string, name: string) => change({ kind: "enum-value-added", asks: "response" }, path, name);

test("reports several values at one place, or the same ones at several, once", () => {
  const changes = ["A/code", "B/code"].flatMap((path) => ["X", "Y"].map((name) => value(path, name)));
  expect(say(changes)).toEqual([
    ["A/code,B/code", "The values `X`, `Y` of `code` are new: add them to your switches over it."],
  ]);
});

test("does not report for one place what is true only for another one", () => {
  const gone = (operation: string, name: string): Change => ({
    ...change({ kind: "example-removed", others: [`not-${name}`] }, "", name),
    place: { path: [] },
    contexts: [{ operation, part: { kind: "response", status: "200" } }],
  });
  expect(say([gone("a", "oauth"), gone("a", "passkey"), gone("b", "passkey")])).toEqual([
    [
      "a response 200",
      "The examples `oauth`, `passkey` are gone: where `mock.reply` names one of them, name another or reply with a body of your own.",
    ],
    ["b response 200", "The example `passkey` is gone: where `mock.reply` names it, name `not-passkey` instead."],
  ]);
  expect(say([value("A/code", "X"), value("A/code", "Y"), value("B/code", "X")])).toEqual([
    ["A/code", "The values `X`, `Y` of `code` are new: add them to your switches over it."],
    ["B/code", "The value `X` of `code` is new: add it to your switches over it."],
  ]);
});

test("keeps names as they are, whatever they contain", () => {
  expect(say([value("Step/code", "1 of 3"), value("Step/code", "2 of 3: is new")])).toEqual([
    ["Step/code", "The values `1 of 3`, `2 of 3: is new` of `code` are new: add them to your switches over it."],
  ]);
});

test("keeps apart what is not the same change", () => {
  const gone = (direction: Direction): Fact => ({ kind: "property-removed", heir: undefined, direction });
  const changes = [
    change(gone("response"), "A/a", "a"),
    change(gone("response"), "A/b", "b"),
    change(gone("response"), "B/a", "a", { level: "breaking" }),
    change(gone("request"), "B/a", "a"),
  ];
  expect(groupChanges(changes)).toHaveLength(4);
});

test("names a few places and counts the others", () => {
  const places = (names: string) => names.split("").map((at) => ({ at, reached: "" }));
  expect(namePlaces(places("abcd"))).toBe("a, b, c, d");
  expect(namePlaces(places("abcde"))).toBe("a, b, c and 2 more");
  expect(namePlaces([{ at: "A/b", reached: "response 200 of c" }])).toBe("A/b (response 200 of c)");
});
