import { type Case, type Expected, object, ref, schemaCases, text, whole } from "./case.ts";

const only = (...values: unknown[]) => object({ a: { enum: values } });
const a = (schema: unknown) => object({ a: schema });
const string = (more: object) => a({ type: "string", ...more });
const number = (more: object) => a({ type: "number", ...more });
const list = (more: object) => a({ type: "array", items: text, ...more });

const stricter = (kind: string): { request: Expected; response: Expected } => ({
  request: ["breaking", kind],
  response: ["minor", kind],
});
const looser = (kind: string): { request: Expected; response: Expected } => ({
  request: ["minor", kind],
  response: ["breaking", kind],
});
const both = (...expected: Expected) => ({ request: expected, response: expected });

const shifts = [
  ["minLength", string({ minLength: 1 }), string({ minLength: 2 })],
  ["maxLength", string({ maxLength: 9 }), string({ maxLength: 8 })],
  ["minimum", number({ minimum: 0 }), number({ minimum: 1 })],
  ["maximum", number({ maximum: 9 }), number({ maximum: 8 })],
  ["exclusiveMinimum", number({}), number({ exclusiveMinimum: 0 })],
  ["exclusiveMaximum", number({}), number({ exclusiveMaximum: 9 })],
  ["multipleOf", number({ multipleOf: 5 }), number({ multipleOf: 10 })],
  ["minItems", list({}), list({ minItems: 1 })],
  ["maxItems", list({ maxItems: 9 }), list({ maxItems: 8 })],
  ["minProperties", object({}), object({}, [], { minProperties: 1 })],
  ["maxProperties", object({}), object({}, [], { maxProperties: 1 })],
  ["pattern", string({}), string({ pattern: "^a$" })],
  ["pattern", string({ pattern: "^(a|b|c)$" }), string({ pattern: "^(a|b)$" })],
  ["pattern", string({ pattern: "^[a-z0-9]{1,9}$" }), string({ pattern: "^[a-z]{2,8}$" })],
  ["pattern", string({ pattern: "^[a-z]+$" }), string({ pattern: "^(?:ab|cd)$" })],
  ["pattern", string({ pattern: "^(02[0-9a-f]{2}|04[0-9a-f]{4})$" }), string({ pattern: "^04[0-9a-f]{4}$" })],
  ["pattern", string({ pattern: "a" }), string({ pattern: "^ab" })],
  ["format", string({}), string({ format: "uuid" })],
] as const;

/** Rows about types, values and constraints. */
export const valueCases: Case[] = [
  ...schemaCases("an enum value is removed", only("x", "y"), only("x"), both("breaking", "enum-value-removed")),
  ...schemaCases("an enum value is added", only("x"), only("x", "y"), {
    request: ["minor", "enum-value-added"],
    response: ["widening", "enum-value-added"],
  }),
  ...schemaCases("an enum value is replaced", only("x"), only("y"), both("breaking", "enum-value-removed")),
  ...schemaCases("an enum changes its order", only("x", "y"), only("y", "x"), both("none")),
  ...schemaCases("an enum gets the type of its values", only("x"), a({ type: "string", enum: ["x"] }), both("none")),
  ...schemaCases("an enum of one value becomes a const", only("x"), a({ const: "x" }), both("none")),
  ...schemaCases("a const changes", a({ const: "x" }), a({ const: "y" }), both("breaking", "enum-value-removed")),
  ...schemaCases("a const becomes an enum that contains it", a({ const: "x" }), only("x", "y"), {
    request: ["minor", "enum-value-added"],
    response: ["widening", "enum-value-added"],
  }),
  ...schemaCases("an enum is introduced", a(text), a({ ...text, enum: ["x"] }), {
    request: ["breaking", "enum-introduced"],
    response: ["minor", "enum-introduced"],
  }),
  ...schemaCases("an enum is dropped", a({ ...text, enum: ["x"] }), a(text), {
    request: ["minor", "enum-dropped"],
    response: ["breaking", "enum-dropped"],
  }),

  ...schemaCases("a string becomes an integer", a(text), a(whole), both("breaking", "type-changed")),
  ...schemaCases("an integer becomes a number", a(whole), a({ type: "number" }), {
    request: ["minor", "type-changed"],
    response: ["breaking", "type-changed"],
  }),
  ...schemaCases("a number becomes an integer", a({ type: "number" }), a(whole), {
    request: ["breaking", "type-changed"],
    response: ["minor", "type-changed"],
  }),
  ...schemaCases("integer is added to number", a({ type: "number" }), a({ type: ["number", "integer"] }), both("none")),
  ...schemaCases("a type is added", a(text), a({ type: ["string", "integer"] }), {
    request: ["minor", "type-changed"],
    response: ["breaking", "type-changed"],
  }),
  ...schemaCases("a type is removed", a({ type: ["string", "integer"] }), a(text), both("breaking", "type-changed")),
  ...schemaCases("a type is written as a list of one", a(text), a({ type: ["string"] }), both("none")),
  ...schemaCases("any type becomes a string", a({}), a(text), both("breaking", "type-changed")),
  ...schemaCases("a string becomes any type", a(text), a({}), {
    request: ["minor", "type-changed"],
    response: ["breaking", "type-changed"],
  }),
  ...schemaCases("the schema `true` is written as an empty schema", a(true), a({}), both("none")),
  ...schemaCases("no value is allowed any more", a(text), a(false), both("breaking", "type-changed")),
  ...schemaCases(
    "items change their type",
    list({}),
    a({ type: "array", items: whole }),
    both("breaking", "type-changed"),
  ),
  ...schemaCases(
    "items get the schema that allows any type",
    a({ type: "array" }),
    a({ type: "array", items: {} }),
    both("none"),
  ),
  ...schemaCases("a value may be null", a(text), a({ type: ["string", "null"] }), {
    request: ["minor", "became-nullable"],
    response: ["breaking", "became-nullable"],
  }),
  ...schemaCases("a value is never null", a({ type: ["string", "null"] }), a(text), {
    request: ["breaking", "became-not-nullable"],
    response: ["minor", "became-not-nullable"],
  }),
  ...schemaCases(
    "null is a branch instead of a type",
    a({ type: ["string", "null"] }),
    a({ anyOf: [{ type: "string" }, { type: "null" }] }),
    both("none"),
  ),
  ...schemaCases(
    "a reference may be null",
    a(ref("B")),
    a({ oneOf: [ref("B"), { type: "null" }] }),
    { request: ["minor", "became-nullable"], response: ["breaking", "became-nullable"] },
    { B: object({ b: text }) },
  ),
  ...schemaCases(
    "an enum gets null",
    a({ type: ["string", "null"], enum: ["x"] }),
    a({ type: ["string", "null"], enum: ["x", null] }),
    { request: ["minor", "became-nullable"], response: ["breaking", "became-nullable"] },
  ),

  ...shifts.flatMap(([keyword, loose, strict], at) =>
    schemaCases(`${keyword} is tightened (${at})`, loose, strict, stricter(`${keyword}-changed`)),
  ),
  ...shifts.flatMap(([keyword, loose, strict], at) =>
    schemaCases(`${keyword} is loosened (${at})`, strict, loose, looser(`${keyword}-changed`)),
  ),
  ...schemaCases("items must be unique", list({}), list({ uniqueItems: true }), stricter("uniqueItems-set")),
  ...schemaCases("items may be duplicates", list({ uniqueItems: true }), list({}), looser("uniqueItems-unset")),
  ...schemaCases("a minimum size of 0 is added", string({}), string({ minLength: 0 }), both("none")),
  ...schemaCases(
    "multipleOf becomes an unrelated number",
    number({ multipleOf: 4 }),
    number({ multipleOf: 6 }),
    both("breaking", "multipleOf-changed"),
  ),
  ...schemaCases(
    "a pattern changes in a way that cannot be proven",
    string({ pattern: "^(?=.*a).*$" }),
    string({ pattern: "^(?=.*b).*$" }),
    both("breaking", "pattern-changed"),
  ),
  ...schemaCases(
    "a pattern accepts other strings than before",
    string({ pattern: "^(a|b)$" }),
    string({ pattern: "^x(a|b)$" }),
    both("breaking", "pattern-changed"),
  ),
  ...schemaCases(
    "a pattern is written differently",
    string({ pattern: "^[0-9]{3}$" }),
    string({ pattern: "^\\d\\d\\d$" }),
    both("docs", "pattern-changed"),
  ),
  ...schemaCases(
    "several patterns are replaced at once",
    a({ type: "string", allOf: [{ pattern: "^a" }, { pattern: "b$" }] }),
    a({ type: "string", allOf: [{ pattern: "a" }, { pattern: "b" }] }),
    both("breaking", "pattern-changed"),
  ),
  ...schemaCases(
    "one of two patterns is loosened",
    a({ type: "string", allOf: [{ pattern: "^a" }, { pattern: "b$" }] }),
    a({ type: "string", allOf: [{ pattern: "a" }, { pattern: "b$" }] }),
    looser("pattern-changed"),
  ),
  ...schemaCases(
    "a pattern swaps a class of characters",
    string({ pattern: "^[a-z]+$" }),
    string({ pattern: "^[A-Z]+$" }),
    both("breaking", "pattern-changed"),
  ),
  ...schemaCases(
    "a format is replaced",
    string({ format: "date" }),
    string({ format: "date-time" }),
    both("breaking", "format-changed"),
  ),
];
