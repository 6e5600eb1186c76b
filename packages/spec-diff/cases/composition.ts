import { between, type Case, type Expected, type Json, object, ref, schemaCases, text, whole } from "./case.ts";

const both = (...expected: Expected) => ({ request: expected, response: expected });
const Base = object({ a: text }, ["a"]);
const base = { Base };
const withBase = (...parts: Json[]) => ({ allOf: [ref("Base"), ...parts] });
const node = (more: Json = {}) => object({ next: ref("Thing"), value: text, ...more });
const pair = (more: Json = {}) => ({ Even: object({ odd: ref("Odd") }), Odd: object({ even: ref("Even"), ...more }) });

/** Traps about `allOf`, references, recursion and names. */
export const compositionCases: Case[] = [
  between(
    "a component that nothing uses refers to one of a response that gets a required property",
    { answer: ref("Thing"), schemas: { Thing: object({ a: text }), Unused: object({ thing: ref("Thing") }) } },
    {
      answer: ref("Thing"),
      schemas: { Thing: object({ a: text, b: text }, ["b"]), Unused: object({ thing: ref("Thing") }) },
    },
    ["minor", "property-added"],
  ),
  ...schemaCases("allOf repeats an inherited property", withBase(), withBase(object({ a: text })), both("none"), base),
  ...schemaCases("allOf repeats a required name", withBase(), withBase({ required: ["a"] }), both("none"), base),
  ...schemaCases(
    "allOf tightens an inherited property",
    withBase(),
    withBase(object({ a: { minLength: 2 } })),
    { request: ["breaking", "minLength-changed"], response: ["minor", "minLength-changed"] },
    base,
  ),
  ...schemaCases(
    "allOf gives an inherited property an enum",
    withBase(),
    withBase(object({ a: { enum: ["x"] } })),
    { request: ["breaking", "enum-introduced"], response: ["minor", "enum-introduced"] },
    base,
  ),
  ...schemaCases(
    "allOf gives an inherited property another type",
    withBase(),
    withBase(object({ a: whole })),
    both("breaking", "type-changed"),
    base,
  ),
  ...schemaCases(
    "allOf adds an optional property",
    withBase(),
    withBase(object({ b: text })),
    both("minor", "property-added"),
    base,
  ),
  ...schemaCases(
    "allOf adds a required property",
    withBase(),
    withBase(object({ b: text }, ["b"])),
    { request: ["breaking", "required-property-added"], response: ["minor", "property-added"] },
    base,
  ),
  ...schemaCases(
    "allOf loses its reference to the base",
    withBase(object({ b: text })),
    object({ b: text }),
    both("breaking", "property-removed"),
    base,
  ),
  ...schemaCases(
    "allOf is replaced by what it combines",
    withBase(object({ b: text })),
    object({ a: text, b: text }, ["a"]),
    both("none"),
    base,
  ),
  ...schemaCases(
    "allOf changes its order",
    withBase(object({ b: text })),
    { allOf: [object({ b: text }), ref("Base")] },
    both("none"),
    base,
  ),
  ...schemaCases("allOf with one schema is removed", { allOf: [ref("Base")] }, ref("Base"), both("none"), base),
  ...schemaCases(
    "allOf is nested",
    withBase(object({ b: text })),
    { allOf: [{ allOf: [ref("Base")] }, object({ b: text })] },
    both("none"),
    base,
  ),
  ...schemaCases(
    "the type object is added to an object",
    { properties: { a: text } },
    object({ a: text }),
    both("none"),
  ),
  ...schemaCases(
    "a reference is replaced by what it refers to",
    object({ x: ref("Base") }),
    object({ x: Base }),
    both("none"),
    base,
  ),
  ...schemaCases(
    "a documented reference is replaced by what it refers to",
    object({ x: ref("Said") }),
    object({ x: { ...Base, title: "Said" } }),
    both("none"),
    { Said: { ...Base, title: "Said" } },
  ),
  ...schemaCases(
    "a schema is replaced by a reference to an equal one",
    object({ x: Base }),
    object({ x: ref("Base") }),
    both("none"),
    base,
  ),
  ...schemaCases(
    "a constraint is added next to a reference",
    object({ x: ref("Text") }),
    object({ x: { ...ref("Text"), maxLength: 3 } }),
    { request: ["breaking", "maxLength-changed"], response: ["minor", "maxLength-changed"] },
    { Text: text },
  ),
  ...schemaCases(
    "properties change their order",
    object({ a: text, b: whole }, ["a", "b"]),
    object({ b: whole, a: text }, ["b", "a"]),
    both("none"),
  ),

  ...schemaCases("a recursive schema is the same", node(), node(), both("none")),
  ...schemaCases("a recursive schema gets a property", node(), node({ more: text }), both("minor", "property-added")),
  ...schemaCases(
    "a recursive schema loses a property",
    node({ more: text }),
    node(),
    both("breaking", "property-removed"),
  ),
  ...schemaCases("schemas that refer to each other are the same", ref("Even"), ref("Even"), both("none"), pair()),
  between(
    "schemas that refer to each other lose a property",
    { answer: ref("Even"), schemas: pair({ n: text }) },
    { answer: ref("Even"), schemas: pair() },
    ["breaking", "property-removed"],
  ),
  between(
    "a recursive list of itself",
    { answer: ref("L"), schemas: { L: { type: "array", items: ref("L") } } },
    { answer: ref("L"), schemas: { L: { type: "array", items: ref("L"), maxItems: 3 } } },
    ["minor", "maxItems-changed"],
  ),
  between(
    "a schema that extends itself",
    { answer: ref("L"), schemas: { L: { allOf: [ref("L"), object({ a: text })] } } },
    { answer: ref("L"), schemas: { L: { allOf: [ref("L"), object({ a: whole })] } } },
    ["breaking", "type-changed"],
  ),

  between(
    "a constraint is added to a schema that only example data refers to",
    { answer: object({ a: text }, [], { examples: [ref("Unused")] }), schemas: { Unused: text } },
    { answer: object({ a: text }, [], { examples: [ref("Unused")] }), schemas: { Unused: { ...text, minLength: 2 } } },
    ["breaking", "minLength-changed"],
  ),
  between("an unused schema is removed", { schemas: { Base } }, {}, ["breaking", "schema-removed"]),
  between("an unused schema is added", {}, { schemas: { Base } }, ["minor", "schema-added"]),
  between("an unused schema changes", { schemas: { Base } }, { schemas: { Base: object({ a: whole }, ["a"]) } }, [
    "breaking",
    "type-changed",
  ]),
  between(
    "a schema is renamed",
    { answer: ref("Base"), schemas: { Base } },
    { answer: ref("Root"), schemas: { Root: Base } },
    ["breaking", "schema-removed"],
  ),
  between(
    "a recursive schema is renamed",
    { answer: ref("N"), schemas: { N: object({ n: ref("N") }) } },
    { answer: ref("M"), schemas: { M: object({ n: ref("M") }) } },
    ["breaking", "schema-removed"],
  ),
  between("an inline schema becomes a component", { answer: Base }, { answer: ref("Base"), schemas: { Base } }, [
    "minor",
    "schema-added",
  ]),
  between(
    "a property moves from a base to what extends it",
    { answer: ref("Sub"), schemas: { Base: object({ a: text, b: text }), Sub: { allOf: [ref("Base")] } } },
    { answer: ref("Sub"), schemas: { Base: object({ a: text }), Sub: { allOf: [ref("Base"), object({ b: text })] } } },
    ["breaking", "property-removed"],
  ),
];
