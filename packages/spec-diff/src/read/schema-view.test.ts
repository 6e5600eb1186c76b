import { expect, test } from "vitest";
import { document, object, ref, text } from "../../cases/case.ts";
import { compareDocuments } from "../compare-documents.ts";
import { describeChange } from "../report/describe-fact.ts";

const kindsOf = (before: object, after: object) =>
  compareDocuments(document({ answer: before }), document({ answer: after })).map(({ kind }) => kind);

test.each<[string, object, object]>([
  ["a flag that is false", text, { ...text, deprecated: false, readOnly: false }],
  ["a minimum size of 0", text, { ...text, minLength: 0 }],
  [
    "the looser of two lower bounds",
    { ...text, minLength: 5 },
    { allOf: [{ ...text, minLength: 5 }, { minLength: 3 }] },
  ],
  [
    "the looser of two upper bounds",
    { ...text, maxLength: 3 },
    { allOf: [{ ...text, maxLength: 5 }, { maxLength: 3 }] },
  ],
])("%s says nothing", (_, before, after) => {
  expect(kindsOf(object({ a: before }), object({ a: after }))).toEqual([]);
});

test("the stricter of two bounds is the bound", () => {
  const both = { allOf: [{ ...text, minLength: 5 }, { minLength: 3 }] };
  expect(kindsOf(object({ a: both }), object({ a: { ...text, minLength: 3 } }))).toEqual(["minLength-changed"]);
});

test("a component has a new name only if exactly one new component is alike", () => {
  const kind = (value: string) => object({ kind: { enum: [value] } }, ["kind"]);
  const [Cat, Dog] = [kind("CAT"), kind("DOG")];
  const pets = (...names: string[]) => ({ oneOf: names.map(ref) });
  const say = (after: Record<string, unknown>) =>
    compareDocuments(
      document({ schemas: { Cat, Dog, Pet: pets("Cat", "Dog") } }),
      document({ schemas: { Cat, Dog, ...after } }),
    )
      .filter((change) => change.kind === "schema-removed")
      .map(describeChange);
  const gone = ["The exported type `Pet` is gone: stop importing it."];
  expect(say({ Animal: pets("Dog", "Cat") })).toEqual([
    "The exported type `Pet` is called `Animal` now: import it under that name.",
  ]);
  expect(say({ Animal: pets("Dog", "Cat"), Being: pets("Cat", "Dog") })).toEqual(gone);
  expect(say({ Emu: kind("EMU"), Animal: pets("Cat", "Dog", "Emu") })).toEqual(gone);
});
