import { between, type Case, type Expected, type Json, object, ref, schemaCases, text, whole } from "./case.ts";

const kind = (value: string, more: Json = {}) =>
  object({ kind: { type: "string", enum: [value] }, ...more }, ["kind", ...Object.keys(more)]);
const Cat = kind("CAT", { lives: whole });
const Dog = kind("DOG", { tricks: whole });
const Emu = kind("EMU", { eggs: whole });
const animals = { Cat, Dog, Emu };
const oneOf = (...names: string[]) => ({ oneOf: names.map(ref) });
const tagged = (mapping: Record<string, string>, names = [...new Set(Object.values(mapping))]) => ({
  ...oneOf(...names),
  discriminator: {
    propertyName: "kind",
    mapping: Object.fromEntries(Object.entries(mapping).map(([value, name]) => [value, ref(name)["$ref"]])),
  },
});
const open = { Any: object({ kind: text }, ["kind"]), Other: object({ kind: text, x: text }, ["kind", "x"]) };
const both = (...expected: Expected) => ({ request: expected, response: expected });
const added = { request: ["minor", "branch-added"], response: ["widening", "branch-added"] } as const satisfies Record<
  string,
  Expected
>;
/** The new branch lacks what could be read before. */
const widened = {
  request: ["minor", "branch-added"],
  response: ["breaking", "branch-added"],
} as const satisfies Record<string, Expected>;
const gone = both("breaking", "branch-removed");
const CatAndDog = tagged({ CAT: "Cat", DOG: "Dog" });

/** Rows and traps about `oneOf`, `anyOf` and discriminators. */
export const unionCases: Case[] = [
  ...schemaCases("a branch is removed", oneOf("Cat", "Dog", "Emu"), oneOf("Cat", "Dog"), gone, animals),
  ...schemaCases("a branch is added", oneOf("Cat", "Dog"), oneOf("Cat", "Dog", "Emu"), added, animals),
  ...schemaCases(
    "a branch with a discriminator's value is removed",
    tagged({ CAT: "Cat", DOG: "Dog", EMU: "Emu" }),
    CatAndDog,
    gone,
    animals,
  ),
  ...schemaCases(
    "a branch with a discriminator's value is added",
    CatAndDog,
    tagged({ CAT: "Cat", DOG: "Dog", EMU: "Emu" }),
    added,
    animals,
  ),
  ...schemaCases("branches change their order", CatAndDog, tagged({ DOG: "Dog", CAT: "Cat" }), both("none"), animals),
  ...schemaCases("a branch is replaced by another", oneOf("Cat", "Dog"), oneOf("Cat", "Emu"), gone, animals),
  ...schemaCases(
    "oneOf becomes anyOf",
    oneOf("Cat", "Dog"),
    { anyOf: [ref("Cat"), ref("Dog")] },
    { request: ["minor", "union-keyword-changed"], response: ["widening", "union-keyword-changed"] },
    animals,
  ),
  ...schemaCases(
    "anyOf becomes oneOf",
    { anyOf: [ref("Cat"), ref("Dog")] },
    oneOf("Cat", "Dog"),
    { request: ["breaking", "union-keyword-changed"], response: ["minor", "union-keyword-changed"] },
    animals,
  ),
  ...schemaCases(
    "a union may be null",
    oneOf("Cat", "Dog"),
    { oneOf: [ref("Cat"), ref("Dog"), { type: "null" }] },
    { request: ["minor"], response: ["breaking"] },
    animals,
  ),

  ...schemaCases(
    "a branch loses one of its two discriminator values",
    tagged({ A: "Any", B: "Any", C: "Other" }),
    tagged({ A: "Any", C: "Other" }),
    both("breaking", "discriminator-value-removed"),
    open,
  ),
  ...schemaCases(
    "a branch gets one more discriminator value",
    tagged({ A: "Any", C: "Other" }),
    tagged({ A: "Any", B: "Any", C: "Other" }),
    { request: ["minor", "discriminator-value-added"], response: ["widening", "discriminator-value-added"] },
    open,
  ),
  ...schemaCases(
    "a discriminator's value moves to another branch",
    tagged({ A: "Any", B: "Any", C: "Other" }),
    tagged({ A: "Any", B: "Other", C: "Other" }),
    { request: ["breaking", "required-property-added"], response: ["minor", "discriminator-value-removed"] },
    open,
  ),
  ...schemaCases(
    "a discriminator's value moves to a branch that lacks a property",
    tagged({ A: "Any", B: "Other", C: "Other" }),
    tagged({ A: "Any", B: "Any", C: "Other" }),
    both("breaking", "discriminator-value-removed"),
    open,
  ),
  ...schemaCases(
    "a mapping is removed that repeats the branches' own values",
    CatAndDog,
    { ...oneOf("Cat", "Dog"), discriminator: { propertyName: "kind" } },
    both("none"),
    animals,
  ),
  ...schemaCases(
    "a mapping is added that repeats the branches' names",
    { ...oneOf("Any", "Other"), discriminator: { propertyName: "kind" } },
    tagged({ Any: "Any", Other: "Other" }),
    both("none"),
    open,
  ),
  ...schemaCases(
    "a mapping names schemas without their path",
    tagged({ A: "Any", C: "Other" }),
    { ...oneOf("Any", "Other"), discriminator: { propertyName: "kind", mapping: { A: "Any", C: "Other" } } },
    both("none"),
    open,
  ),
  ...schemaCases(
    "a discriminator is removed",
    tagged({ A: "Any", C: "Other" }),
    oneOf("Any", "Other"),
    both("breaking"),
    open,
  ),
  ...schemaCases(
    "a discriminator is added with the branches' own values",
    oneOf("Cat", "Dog"),
    CatAndDog,
    both("minor", "discriminator-changed"),
    animals,
  ),
  ...schemaCases(
    "a discriminator is added with more values than the branches allow",
    oneOf("Any", "Other"),
    tagged({ A: "Any", C: "Other" }),
    { request: ["breaking", "enum-introduced"], response: ["minor"] },
    open,
  ),
  ...schemaCases(
    "another property distinguishes the branches",
    CatAndDog,
    { ...oneOf("Cat", "Dog"), discriminator: { propertyName: "sort" } },
    both("breaking", "discriminator-changed"),
    animals,
  ),

  ...schemaCases("a plain schema becomes a union that contains it", ref("Cat"), oneOf("Cat", "Dog"), widened, animals),
  ...schemaCases(
    "a plain schema becomes a union with a discriminator that contains it",
    ref("Cat"),
    CatAndDog,
    widened,
    animals,
  ),
  ...schemaCases(
    "a plain schema becomes a union, and each branch has everything that it had",
    kind("CAT"),
    { oneOf: [kind("CAT"), Dog] },
    added,
    animals,
  ),
  ...schemaCases(
    "a plain schema becomes a union of itself and one with an optional property",
    object({ id: text }, ["id"]),
    { oneOf: [object({ id: text }, ["id"]), object({ id: text, reason: text }, ["reason"])] },
    widened,
  ),
  ...schemaCases(
    "a plain schema becomes a union that may be null",
    kind("CAT"),
    { oneOf: [kind("CAT"), Dog, { type: "null" }] },
    { request: ["minor", "became-nullable"], response: ["breaking", "became-nullable"] },
    animals,
  ),
  ...schemaCases(
    "a value moves from a plain schema to a branch of its own",
    ref("Kinds"),
    tagged({ CAT: "Kinds", EMU: "Emu" }),
    { request: ["breaking", "required-property-added"], response: ["widening", "branch-added"] },
    { Kinds: object({ kind: { enum: ["CAT", "EMU"] } }, ["kind"]), Emu },
  ),
  ...schemaCases(
    "a plain schema becomes a union without a discriminator, and each branch has everything that it had",
    object({ id: text }, ["id"]),
    { oneOf: [object({ id: text, a: text }, ["id"]), object({ id: text, b: text }, ["id", "b"])] },
    { request: ["minor", "branch-added"], response: ["widening", "became-union"] },
  ),
  ...schemaCases(
    "a plain schema becomes a union by its values, and each branch has everything that it had",
    ref("Kinds"),
    tagged({ CAT: "Cat", EMU: "Emu" }),
    { request: ["breaking", "required-property-added"], response: ["widening", "became-union"] },
    { ...animals, Kinds: object({ kind: { enum: ["CAT", "EMU"] } }, ["kind"]) },
  ),
  ...schemaCases(
    "a plain schema becomes a union by its values, and no branch requires more",
    ref("Kinds"),
    tagged({ CAT: "OpenCat", EMU: "OpenEmu" }),
    { request: ["minor", "became-union"], response: ["widening", "became-union"] },
    {
      OpenCat: object({ kind: { enum: ["CAT"] }, lives: whole }, ["kind"]),
      OpenEmu: object({ kind: { enum: ["EMU"] }, eggs: whole }, ["kind"]),
      Kinds: object({ kind: { enum: ["CAT", "EMU"] } }, ["kind"]),
    },
  ),
  ...schemaCases(
    "a plain schema becomes a union by its values, and one branch lacks a property",
    ref("Kinds"),
    tagged({ CAT: "Cat", EMU: "Emu" }),
    both("breaking", "property-removed"),
    {
      Cat: object({ kind: { enum: ["CAT"] } }, ["kind"]),
      Emu: object({ kind: { enum: ["EMU"] }, eggs: whole }, ["kind"]),
      Kinds: object({ kind: { enum: ["CAT", "EMU"] }, eggs: whole }, ["kind"]),
    },
  ),
  ...schemaCases(
    "a plain schema becomes a union by its values, and one value leads to no branch",
    ref("Kinds"),
    tagged({ CAT: "Cat", EMU: "Emu" }),
    both("breaking", "enum-value-removed"),
    { ...animals, Kinds: object({ kind: { enum: ["CAT", "EMU", "FOX"] } }, ["kind"]) },
  ),
  ...schemaCases(
    "a union becomes one of its branches, which has the other's value but not its properties",
    tagged({ CAT: "Plain", EMU: "Emu" }),
    ref("Plain"),
    both("breaking", "branch-merged"),
    { Plain: object({ kind: { enum: ["CAT", "EMU"] } }, ["kind"]), Emu },
  ),
  ...schemaCases(
    "a union becomes one of its branches, which has the other's value and all its properties",
    tagged({ CAT: "Plain", EMU: "Bare" }),
    ref("Plain"),
    both("minor", "branch-merged"),
    {
      Plain: object({ kind: { enum: ["CAT", "EMU"] }, name: text }, ["kind"]),
      Bare: object({ kind: { enum: ["EMU"] } }, ["kind"]),
    },
  ),
  ...schemaCases(
    "a union becomes a schema that is not one of its branches, with all their values",
    tagged({ CAT: "Cat", EMU: "Emu" }),
    ref("Kinds"),
    both("breaking", "branch-merged"),
    { ...animals, Kinds: object({ kind: { enum: ["CAT", "EMU"] } }, ["kind"]) },
  ),
  ...schemaCases(
    "a branch is removed, and its value leads to another one",
    tagged({ CAT: "Cat", DOG: "Dog", EMU: "Emu" }),
    tagged({ CAT: "Cat", DOG: "Both", EMU: "Both" }),
    both("breaking", "branch-merged"),
    { ...animals, Both: object({ kind: { enum: ["DOG", "EMU"] }, tricks: whole }, ["kind", "tricks"]) },
  ),
  ...schemaCases(
    "a branch with a constant is removed, and its constant stays",
    { oneOf: [kind("CAT"), kind("EMU", { eggs: whole })] },
    { oneOf: [object({ kind: { enum: ["CAT", "EMU"] } }, ["kind"]), Dog] },
    both("breaking", "branch-merged"),
    animals,
  ),
  ...schemaCases(
    "a branch is added that lacks what all others have",
    { oneOf: [kind("CAT", { name: text }), kind("DOG", { name: text })] },
    { oneOf: [kind("CAT", { name: text }), kind("DOG", { name: text }), kind("EMU")] },
    widened,
  ),
  ...schemaCases(
    "a branch is added that has what all others have in another type",
    { oneOf: [kind("CAT", { name: text }), kind("DOG", { name: text })] },
    { oneOf: [kind("CAT", { name: text }), kind("DOG", { name: text }), kind("EMU", { name: whole })] },
    widened,
  ),
  ...schemaCases(
    "a component inside inline branches with constants gets a property",
    { anyOf: [kind("STARTED", { tool: ref("Tool") }), kind("ENDED", { tool: ref("Tool") })] },
    { anyOf: [kind("STARTED", { tool: ref("Tool2") }), kind("ENDED", { tool: ref("Tool2") })] },
    both("minor", "property-added"),
    { Tool: object({ a: text }), Tool2: object({ a: text, b: text }) },
  ),
  ...schemaCases(
    "inline branches with constants change places and get a property",
    { anyOf: [kind("STARTED"), kind("ENDED")] },
    { anyOf: [kind("ENDED", { at: text }), kind("STARTED")] },
    { request: ["breaking", "required-property-added"], response: ["minor", "property-added"] },
  ),
  ...schemaCases(
    "titled inline branches change places and get a property",
    { anyOf: [object({ a: text }, [], { title: "A" }), object({ b: text }, [], { title: "B" })] },
    { anyOf: [object({ b: text, c: text }, [], { title: "B" }), object({ a: text, c: text }, [], { title: "A" })] },
    both("minor", "property-added"),
  ),
  ...schemaCases(
    "inline branches without a name, title or constant get a property each",
    { anyOf: [object({ a: text }), object({ b: text })] },
    { anyOf: [object({ a: text, c: text }), object({ b: text, c: text })] },
    both("minor", "property-added"),
  ),
  ...schemaCases(
    "a constant is added to inline branches with titles",
    {
      oneOf: [
        { const: "A", title: "First" },
        { const: "B", title: "Second" },
      ],
    },
    {
      oneOf: [
        { const: "A", title: "First" },
        { const: "B", title: "Second" },
        { const: "C", title: "Third" },
      ],
    },
    added,
  ),
  ...schemaCases("a union becomes one of its branches", oneOf("Cat", "Dog"), ref("Cat"), gone, animals),
  ...schemaCases(
    "an inline schema becomes a union that contains its shape",
    Cat,
    oneOf("Cat", "Dog"),
    widened,
    animals,
  ),
  ...schemaCases(
    "a plain schema becomes a union that contains a wider one",
    kind("CAT", { lives: whole }),
    { oneOf: [kind("CAT"), Dog] },
    { request: ["breaking"], response: ["breaking"] },
    animals,
  ),
  ...schemaCases(
    "a plain schema becomes a union that does not contain it",
    ref("Emu"),
    CatAndDog,
    both("breaking"),
    animals,
  ),
  ...schemaCases("a plain schema becomes a union of only itself", ref("Cat"), oneOf("Cat"), both("none"), animals),
  ...schemaCases(
    "a property of a branch is removed",
    { oneOf: [Cat, Dog] },
    { oneOf: [kind("CAT"), Dog] },
    both("breaking"),
    animals,
  ),
  ...schemaCases(
    "an inline branch is documented",
    { oneOf: [Cat, Dog] },
    { oneOf: [{ ...Cat, description: "A cat." }, Dog] },
    both("docs"),
    animals,
  ),
  ...schemaCases(
    "a union is put inside another schema",
    object({ a: ref("Cat") }),
    object({ a: oneOf("Cat", "Emu") }),
    widened,
    animals,
  ),
  between(
    "a branch's component is renamed",
    { answer: oneOf("Cat", "Dog"), schemas: { Cat, Dog } },
    { answer: oneOf("Tom", "Dog"), schemas: { Tom: Cat, Dog } },
    ["breaking", "schema-removed"],
  ),
];
