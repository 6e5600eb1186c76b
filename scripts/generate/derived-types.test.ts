import { describe, expect, test } from "vitest";
import { compileDerived, fragmentOf } from "../test/compile-derived.ts";

const text = { type: "string" };
const whole = { type: "integer" };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object | undefined, examples?: object) => ({
  description: "",
  content: { "application/json": { ...(schema && { schema }), ...(examples && { examples }) } },
});

interface Parts {
  readonly schemas: object;
  /** The request body of `makeThing`, and an example. */
  readonly body?: object;
  readonly sent?: unknown;
  /** What it resolves to, and an example. */
  readonly answer?: object;
  readonly got?: unknown;
}

const documentOf = ({ schemas, body, sent, answer, got }: Parts) =>
  fragmentOf({
    paths: {
      "/things": {
        post: {
          operationId: "makeThing",
          ...(body && {
            requestBody: { required: true, ...json(body, sent === undefined ? undefined : { sent: { value: sent } }) },
          }),
          responses: {
            200: json(answer, got === undefined ? undefined : { got: { value: got } }),
            400: json({ type: "object", required: ["code", "message"], properties: { code: text, message: text } }),
          },
        },
      },
    },
    components: { schemas },
  });

const USE = `import type { MakeThingInput, MakeThingResult, components } from "./index.ts";
declare const data: MakeThingResult["data"];
const send = (body: MakeThingInput extends { body: infer Body } ? Body : never) => body;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const yes = (same: true) => same;
export type All = components;
`;

type Row = [name: string, parts: Parts, compiles: string, fails?: readonly string[]];

const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
const pets = {
  Pet: object({ kind: text }, { required: ["kind"], discriminator: { propertyName: "kind" } }),
  Cat: { allOf: [ref("Pet"), object({ lives: whole }, { required: ["lives"] })] },
  Dog: { allOf: [ref("Pet"), object({ tricks: whole }, { required: ["tricks"] })] },
};

const rows: Row[] = [
  [
    "a schema that holds itself in a list or an object",
    {
      schemas: {
        Json: {
          anyOf: [
            text,
            whole,
            { type: "null" },
            { type: "array", items: ref("Json") },
            { type: "object", additionalProperties: ref("Json") },
          ],
        },
      },
      answer: ref("Json"),
      got: { a: [1, "b", { c: null }] },
    },
    `if (typeof data === "string") data.length; else if (Array.isArray(data)) data[0];`,
    [`const n: number = data; void n;`],
  ],
  [
    "schemas that hold each other by their properties",
    {
      schemas: { Tree: object({ left: ref("Branch") }), Branch: { oneOf: [ref("Tree"), text] } },
      answer: ref("Tree"),
      got: { left: { left: "a" } },
    },
    `const { left } = data; if (typeof left === "object") left.left;`,
  ],
  [
    "a bare object, which accepts any properties",
    {
      schemas: {},
      body: object({ meta: { type: "object" } }),
      sent: { meta: { k: "v", n: [1] } },
      answer: { type: "object" },
      got: { x: 1 },
    },
    `send({ meta: { k: "v" } }); const value: unknown = data["x"]; void value;`,
  ],
  [
    "an example with a property that its schema does not name",
    {
      schemas: {},
      body: object({ a: text }),
      sent: { a: "1", b: 2 },
      answer: object({ a: object({}) }),
      got: { a: { c: 1 }, d: [] },
    },
    ``,
    [`send({ a: "1", b: 2 });`],
  ],
  [
    "a default in a request and in a response, which does not make the property required",
    {
      schemas: {
        Thing: object({ name: text, isDefault: { type: "boolean", default: false } }, { required: ["name"] }),
      },
      body: ref("Thing"),
      sent: { name: "x" },
      answer: ref("Thing"),
    },
    `send({ name: "x" }); yes({} as Same<typeof data.isDefault, boolean | undefined>);`,
    [`send({});`],
  ],
  [
    "a read-only property, which no request has, and a write-only one, which no response has",
    {
      schemas: {
        User: object(
          { id: { ...text, readOnly: true }, name: text, password: { ...text, writeOnly: true }, owner: ref("Owner") },
          { required: ["id", "name", "password"] },
        ),
        Owner: object({ since: ref("Since"), email: text }, { required: ["since", "email"] }),
        Since: { ...text, readOnly: true },
      },
      body: ref("User"),
      sent: { name: "a", password: "b", owner: { email: "c" } },
      answer: ref("User"),
      got: { id: "1", name: "a" },
    },
    `data.id; data.owner?.since; send({ name: "a", password: "b", owner: { email: "c" } }); const written: components["schemas"]["UserWritable"] = { name: "a", password: "b" }; void written;`,
    [`data.password;`, `send({ name: "a" });`, `send({ id: "1", name: "a", password: "b" });`],
  ],
  [
    "a schema that only requests use, which keeps its name and what is write-only",
    {
      schemas: {
        Login: object(
          { id: { ...text, readOnly: true }, password: { ...text, writeOnly: true } },
          { required: ["id", "password"] },
        ),
      },
      body: ref("Login"),
      answer: text,
    },
    `const login: components["schemas"]["Login"] = send({ password: "a" }); void login;`,
    [`send({});`],
  ],
  [
    "definitions within a schema, which are not properties",
    {
      schemas: {
        Thing: object(
          { part: { $ref: "#/components/schemas/Thing/$defs/Part" } },
          { required: ["part"], $defs: { Part: object({ n: whole }, { required: ["n"] }) } },
        ),
      },
      answer: ref("Thing"),
      got: { part: { n: 1 } },
    },
    `const n: number = data.part.n; void n;`,
    [`data.$defs;`],
  ],
  [
    "a reference to a property, to an item and to a parameter's schema",
    {
      schemas: {
        A: object({ list: { type: "array", items: object({ n: whole }, { required: ["n"] }) } }),
        B: { $ref: "#/components/schemas/A/properties/list/items" },
      },
      answer: ref("B"),
      got: { n: 1 },
    },
    `const n: number = data.n; void n;`,
  ],
  [
    "keywords beside a reference",
    {
      schemas: { A: object({ a: text }), Maybe: { type: ["object", "null"], properties: { m: text } } },
      answer: { ...ref("A"), required: ["a"], properties: { b: whole }, description: "more" },
      got: { a: "1", b: 2 },
      body: object({
        maybe: { ...ref("Maybe"), type: "object" },
        none: { ...ref("A"), nullable: true },
        plain: { ...ref("A"), description: "only text" },
      }),
      sent: { maybe: { m: "a" }, none: null },
    },
    `const a: string = data.a; const b: number | undefined = data.b; void [a, b]; send({ plain: { a: "1" }, none: null });`,
    [`send({ maybe: null });`],
  ],
  [
    "keywords beside a union",
    {
      schemas: {},
      answer: object(
        { a: text, s: { type: "string", oneOf: [{ const: "x", title: "X" }, { const: "y" }] } },
        { required: ["a", "s"], anyOf: [object({ b: text }), object({ c: text })] },
      ),
      got: { a: "1", s: "x", b: "2" },
      body: object({ a: text, b: text }, { anyOf: [{ required: ["a"] }, { required: ["b"] }] }),
      sent: { a: "1" },
    },
    `const a: string = data.a; void a; yes({} as Same<typeof data.s, "x" | "y">); send({ b: "1" });`,
    [`send({ c: 1 });`],
  ],
  [
    "typed additional properties beside properties",
    {
      schemas: {
        Bag: object({ id: text, size: whole }, { required: ["id"], additionalProperties: { type: "boolean" } }),
      },
      body: ref("Bag"),
      sent: { id: "a", on: true },
      answer: object({ id: text }, { patternProperties: { "^x-": whole }, required: ["id"] }),
      got: { id: "a", "x-n": 1 },
    },
    `const bag = send({ id: "a", on: true, size: 1 }); yes({} as Same<typeof bag.id, string>); const other: string | number | boolean | undefined = bag["other"]; void other; const id: string = data.id; void id;`,
    [`send({ id: "a", on: [] });`],
  ],
  [
    "properties that every object inherits",
    {
      schemas: {},
      body: object({
        constructor: text,
        toString: text,
        valueOf: whole,
        hasOwnProperty: text,
        isPrototypeOf: text,
        name: text,
      }),
      sent: { name: "a" },
      answer: object({ constructor: text, toString: text }, { required: ["constructor", "toString"] }),
      got: { constructor: "a", toString: "b" },
    },
    `send({}); send({ constructor: "a", toString: "b" }); const text: string = data.constructor; void text;`,
    [`send({ constructor: 1 });`],
  ],
  [
    "properties named like keywords and like nothing",
    {
      schemas: {
        Odd: object(
          {
            schema: text,
            properties: object({ $ref: text }),
            allOf: { type: "array", items: text },
            default: text,
            "a-b": text,
            "": text,
            "1": text,
            __proto__x: text,
            $defs: text,
            discriminator: object({ propertyName: text }),
          },
          { required: ["schema", "$defs"] },
        ),
      },
      answer: ref("Odd"),
      got: {
        schema: "a",
        properties: { $ref: "b" },
        allOf: ["c"],
        default: "d",
        "a-b": "e",
        "": "f",
        "1": "g",
        $defs: "h",
        discriminator: { propertyName: "i" },
      },
    },
    `const all: (string | undefined)[] = [data.schema, data.properties?.$ref, data.allOf?.[0], data.default, data["a-b"], data[""], data["1"], data.$defs, data.discriminator?.propertyName]; void all;`,
  ],
  [
    "a base with a discriminator that others extend, which is their union",
    { schemas: pets, answer: ref("Pet"), got: { kind: "Cat", lives: 9 } },
    `if (data.kind === "Cat") data.lives; else data.tricks; const base: components["schemas"]["PetBase"] = { kind: "Lion" }; void base;`,
    [`data.lives;`, `data.kind === "Lion";`],
  ],
  [
    "a base with a mapping that names itself",
    {
      schemas: {
        ...pets,
        Pet: {
          ...pets.Pet,
          discriminator: {
            propertyName: "kind",
            mapping: { cat: "#/components/schemas/Cat", dog: "Dog", pet: "#/components/schemas/Pet" },
          },
        },
      },
      answer: object({ pets: { type: "array", items: ref("Pet") } }, { required: ["pets"] }),
      got: { pets: [{ kind: "pet" }, { kind: "dog", tricks: 1 }] },
    },
    `for (const pet of data.pets) { if (pet.kind === "cat") pet.lives; if (pet.kind === "pet") { const kind: string = pet.kind; void kind; } }`,
    [`for (const pet of data.pets) if (pet.kind === "pet") pet.lives;`],
  ],
  [
    "branches that limit their own values",
    {
      schemas: {
        Card: object({ by: { const: "card" }, number: text }, { required: ["by", "number"] }),
        Cash: {
          allOf: [
            object({ by: { enum: ["coins", "notes"] } }, { required: ["by"] }),
            object({ amount: whole }, { required: ["amount"] }),
          ],
        },
        Payment: { oneOf: [ref("Card"), ref("Cash"), { type: "null" }], discriminator: { propertyName: "by" } },
      },
      answer: ref("Payment"),
      got: { by: "notes", amount: 1 },
    },
    `if (data === null) yes(true); else if (data.by === "card") data.number; else data.amount;`,
    [`data.by;`],
  ],
  [
    "a response with a media type and no schema",
    { schemas: {}, got: { any: 1 } },
    `yes({} as Same<typeof data, unknown>);`,
    [`data.any;`],
  ],
  [
    "values of every kind",
    {
      schemas: {},
      answer: object(
        {
          none: { const: null },
          maybe: { type: ["string", "null"], enum: ["a", null] },
          two: { type: ["integer", "boolean"] },
          yes: true,
          pair: { type: "array", prefixItems: [text, whole], items: false },
          one: { const: 1 },
          any: {},
          deep: { enum: [{ a: 1 }, [2]] },
          list: { type: "array" },
        },
        { required: ["none", "maybe", "two", "one"] },
      ),
      got: { none: null, maybe: null, two: true, yes: [1], pair: ["a", 1], one: 1, any: {}, list: [1, "a"] },
    },
    `yes({} as Same<typeof data.none, null>); yes({} as Same<typeof data.maybe, "a" | null>); yes({} as Same<typeof data.two, number | boolean>); yes({} as Same<typeof data.one, 1>);`,
    [`data.two.length;`],
  ],
  [
    "names with letters that a string escapes",
    {
      schemas: {},
      answer: object({
        'quote"d': text,
        "back\\slash": text,
        "line\nbreak": text,
        "tick`${x}": { enum: ['"', "\\", "\n", "`${y}`"] },
      }),
      got: { 'quote"d': '"', "back\\slash": "\\", "line\nbreak": "\n", "tick`${x}": "`${y}`" },
    },
    `const value: string | undefined = data['quote"d']; void value;`,
  ],
];

describe("types of", () => {
  test.each(rows)("%s", async (_, parts, compiles, fails = []) => {
    const document = documentOf(parts);
    const wrong = fails.map((code) => `// @ts-expect-error\n{ ${code} }`);
    const code = [USE, compiles, ...wrong].join("\n");
    expect(await compileDerived(document, code)).toEqual([]);
    expect(await compileDerived(document, "", { exactOptionalPropertyTypes: false })).toEqual([]);
  });
});
