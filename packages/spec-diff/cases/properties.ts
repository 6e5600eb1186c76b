import { between, type Case, object, ref, schemaCases, text, whole } from "./case.ts";

const a = object({ a: text });
const map = (additionalProperties: unknown) => object({ a: text }, [], { additionalProperties });

/** Rows about properties, flags and what objects do with further properties. */
export const propertyCases: Case[] = [
  ...schemaCases("a property is removed", object({ a: text, b: text }), a, {
    request: ["breaking", "property-removed"],
    response: ["breaking", "property-removed"],
  }),
  ...schemaCases("a property is renamed", object({ a: text }), object({ b: text }), {
    request: ["breaking", "property-removed"],
    response: ["breaking", "property-removed"],
  }),
  ...schemaCases("an optional property is added", a, object({ a: text, b: text }), {
    request: ["minor", "property-added"],
    response: ["minor", "property-added"],
  }),
  ...schemaCases("a required property is added", a, object({ a: text, b: text }, ["b"]), {
    request: ["breaking", "required-property-added"],
    response: ["minor", "property-added"],
  }),
  ...schemaCases("a property becomes required", a, object({ a: text }, ["a"]), {
    request: ["breaking", "property-became-required"],
    response: ["minor", "property-became-required"],
  }),
  ...schemaCases("a property becomes optional", object({ a: text }, ["a"]), a, {
    request: ["minor", "property-became-optional"],
    response: ["breaking", "property-became-optional"],
  }),
  ...schemaCases(
    "a property is removed from the properties but stays required",
    object({ a: text, b: text }, ["b"]),
    { ...a, required: ["b"] },
    {
      request: ["breaking", "property-removed"],
      response: ["breaking", "property-removed"],
    },
  ),
  ...schemaCases("an undeclared property is no longer required", { ...a, required: ["b"] }, a, {
    request: ["minor", "property-became-optional"],
    response: ["breaking", "property-became-optional"],
  }),
  ...schemaCases(
    "an undeclared property becomes required",
    a,
    { ...a, required: ["b"] },
    {
      request: ["breaking", "required-property-added"],
      response: ["minor", "required-property-added"],
    },
  ),
  ...schemaCases(
    "a nested property is removed",
    object({ a: { type: "array", items: object({ b: text }) } }),
    object({ a: { type: "array", items: object({}) } }),
    {
      request: ["breaking", "property-removed"],
      response: ["breaking", "property-removed"],
    },
  ),
  ...schemaCases(
    "an optional nested property is added",
    object({ a: object({ b: text }) }),
    object({ a: object({ b: text, c: text }) }),
    {
      request: ["minor", "property-added"],
      response: ["minor", "property-added"],
    },
  ),
  ...schemaCases("an object without properties gets one", object({}), a, {
    request: ["breaking", "property-added"],
    response: ["breaking", "property-added"],
  }),
  ...schemaCases("a property is deprecated", a, object({ a: { ...text, deprecated: true } }), {
    request: ["minor", "deprecated-set"],
    response: ["minor", "deprecated-set"],
  }),
  ...schemaCases("a property becomes read-only", a, object({ a: { ...text, readOnly: true } }), {
    request: ["breaking", "readOnly-set"],
    response: ["minor", "readOnly-set"],
  }),
  ...schemaCases("a property is no longer read-only", object({ a: { ...text, readOnly: true } }), a, {
    request: ["minor", "readOnly-unset"],
    response: ["docs", "readOnly-unset"],
  }),
  ...schemaCases("a property becomes write-only", a, object({ a: { ...text, writeOnly: true } }), {
    request: ["docs", "writeOnly-set"],
    response: ["breaking", "writeOnly-set"],
  }),
  ...schemaCases("a property is no longer write-only", object({ a: { ...text, writeOnly: true } }), a, {
    request: ["docs", "writeOnly-unset"],
    response: ["minor", "writeOnly-unset"],
  }),
  ...schemaCases(
    "a required read-only property is added",
    a,
    object({ a: text, b: { ...text, readOnly: true } }, ["b"]),
    {
      request: ["breaking", "required-property-added"],
      response: ["minor", "property-added"],
    },
  ),
  ...schemaCases("a property gets a default", a, object({ a: { ...text, default: "x" } }), {
    request: ["minor", "default-changed"],
    response: ["docs", "default-changed"],
  }),
  ...schemaCases(
    "a default changes",
    object({ a: { ...text, default: "x" } }),
    object({ a: { ...text, default: "y" } }),
    {
      request: ["breaking", "default-changed"],
      response: ["docs", "default-changed"],
    },
  ),
  ...schemaCases("undeclared properties are refused", a, map(false), {
    request: ["breaking", "additionalProperties-changed"],
    response: ["minor", "additionalProperties-changed"],
  }),
  ...schemaCases("undeclared properties are no longer refused", map(false), a, {
    request: ["minor", "additionalProperties-changed"],
    response: ["minor", "additionalProperties-changed"],
  }),
  ...schemaCases("undeclared properties are allowed by name", a, map(true), {
    request: ["minor", "additionalProperties-changed"],
    response: ["minor", "additionalProperties-changed"],
  }),
  ...schemaCases("undeclared properties are no longer allowed by name", map(true), a, {
    request: ["breaking", "additionalProperties-changed"],
    response: ["breaking", "additionalProperties-changed"],
  }),
  ...schemaCases("undeclared properties get another type", map(text), map(whole), {
    request: ["breaking", "type-changed"],
    response: ["breaking", "type-changed"],
  }),
  ...schemaCases("undeclared properties lose their type", map(text), map(true), {
    request: ["minor", "additionalProperties-changed"],
    response: ["breaking", "additionalProperties-changed"],
  }),
  ...schemaCases(
    "unevaluated properties are refused",
    { allOf: [ref("Base")] },
    { allOf: [ref("Base")], unevaluatedProperties: false },
    {
      request: ["breaking", "unevaluatedProperties-changed"],
      response: ["minor", "unevaluatedProperties-changed"],
    },
    { Base: a },
  ),
  between(
    "a schema of requests and responses gets an optional property",
    { body: ref("T"), answer: ref("T"), schemas: { T: a } },
    { body: ref("T"), answer: ref("T"), schemas: { T: object({ a: text, b: text }) } },
    ["minor", "property-added"],
  ),
  between(
    "a schema of requests and responses makes a property optional",
    { body: ref("T"), answer: ref("T"), schemas: { T: object({ a: text }, ["a"]) } },
    { body: ref("T"), answer: ref("T"), schemas: { T: a } },
    ["breaking", "property-became-optional"],
  ),
  between(
    "a schema of requests and responses makes a property required",
    { body: ref("T"), answer: ref("T"), schemas: { T: a } },
    { body: ref("T"), answer: ref("T"), schemas: { T: object({ a: text }, ["a"]) } },
    ["breaking", "property-became-required"],
  ),
];
