import { DocumentError } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { document, json, object, ref, response, text } from "../cases/case.ts";
import { compareDocuments } from "./compare-documents.ts";
import { describeChange } from "./report/describe-fact.ts";
import { describeWhere } from "./report/describe-place.ts";

const COUNT = 2000;

/** Each schema refers to the next one and some others, the last one to the first. */
function chain(more: object, changed: number) {
  const schemas = Array.from({ length: COUNT }, (_, at) => [
    `Schema${at}`,
    object({
      next: ref(`Schema${(at + 1) % COUNT}`),
      other: ref(`Schema${(at * 7 + 3) % COUNT}`),
      ...(at === changed && more),
    }),
  ]);
  return document({ answer: ref("Schema0"), schemas: Object.fromEntries(schemas) });
}

test("compares schemas however deeply they are nested, and reports one change once", () => {
  const changes = compareDocuments(chain({ a: text }, 1234), chain({}, 1234));
  expect(changes).toHaveLength(1);
  expect(changes.map(describeWhere)).toEqual(["Schema1234/a (makeThing response 200)"]);
  expect(changes[0]?.kind).toBe("property-removed");
});

function namedChain(name: string, count: number) {
  const schemas = Array.from({ length: count }, (_, at) => [
    `${name}${at}`,
    object({ next: at + 1 < count ? ref(`${name}${at + 1}`) : text }),
  ]);
  return document({ answer: object({ first: ref(`${name}0`) }), schemas: Object.fromEntries(schemas) });
}

test("matches schemas in chains by their position, whatever their names", () => {
  const messages = compareDocuments(namedChain("A", 40), namedChain("B", 40)).map(describeChange);
  for (const at of [0, 17, 39]) {
    expect(messages).toContain(`The exported type \`A${at}\` is called \`B${at}\` now: import it under that name.`);
  }
  expect(messages).toHaveLength(80);
});

test("names the operations that reach a schema in a circle, in the document's order", () => {
  const enter = (at: number) => ({
    post: {
      operationId: `enterAt${at}`,
      requestBody: json(ref(`Schema${at}`)),
      responses: { 200: response(ref(`Schema${at + 1}`)) },
    },
  });
  const circle = (more: object) => ({
    ...chain(more, 5),
    paths: { "/a": enter(900), "/b": enter(4), "/c": enter(1500) },
  });
  const [change, ...others] = compareDocuments(circle({}), circle({ a: text }));
  expect(others).toEqual([]);
  const all = "enterAt900, enterAt4, enterAt1500";
  expect(change && describeWhere(change)).toBe(`Schema5/a (request body of ${all}; response 200 of ${all})`);
});

test("refuses a circle of component schemas that are nothing but references to each other", () => {
  const only = (name: string) => ({ allOf: [{ $ref: `#/components/schemas/${name}` }] });
  const content = { "application/json": { schema: only("A") } };
  const paths = { "/a": { get: { operationId: "a", responses: { 200: { description: "", content } } } } };
  const circle = { openapi: "3.1.0", paths, components: { schemas: { A: only("B"), B: only("A") } } };
  expect(() => compareDocuments(circle, structuredClone(circle))).toThrow(
    new DocumentError("#/components/schemas/A is made of itself.", [
      { pointer: "/components/schemas/A", message: "#/components/schemas/A is made of itself." },
    ]),
  );
});

test("compares documents as they are, whatever they share and whatever was compared before", () => {
  const answer = { oneOf: [ref("Thing"), ref("Other")] };
  const properties: Record<string, unknown> = { a: text, b: text };
  const before = document({ answer, schemas: { Thing: object(properties), Other: object({ b: text }) } });
  const after = document({ answer, schemas: { Thing: object({ b: text }), Other: object({ b: text }) } });
  expect(compareDocuments(before, after).map(describeWhere)).toEqual(["Thing/a (makeThing response 200)"]);
  properties["z"] = text;
  expect(compareDocuments(before, after).map(describeWhere)).toEqual([
    "Thing/a (makeThing response 200)",
    "Thing/z (makeThing response 200)",
  ]);
});

describe("a document that is changed in place and compared again", () => {
  const pets = () => ({
    Cat: object({ kind: { enum: ["CAT"] }, name: ref("Name") }, ["kind"]),
    Dog: object({ kind: { enum: ["DOG"] } }, ["kind"]),
    Name: { ...text } as Record<string, unknown>,
    Pet: {
      oneOf: [ref("Cat"), ref("Dog")],
      discriminator: { propertyName: "kind", mapping: { CAT: "Cat", DOG: "Dog" } },
    },
  });
  const [was, is] = [pets(), pets()];
  const before = document({ answer: ref("Pet"), schemas: was });
  const after = document({ answer: ref("Pet"), schemas: is });

  test.each<[string, () => void, string[]]>([
    ["is the same at first", () => undefined, []],
    ["has another bound", () => Object.assign(is.Name, { minLength: 1 }), ["minLength-changed"]],
    ["was always so", () => Object.assign(was.Name, { minLength: 1 }), []],
    ["has one branch less", () => is.Pet.oneOf.shift(), ["branch-removed"]],
  ])("%s", (_, change, expected) => {
    change();
    expect(compareDocuments(before, after).map(({ kind }) => kind)).toEqual(expected);
  });
});

test.each([
  [10, ["branch-added"]],
  [150, ["became-union", "property-added"]],
])("treats a branch as the former schema only if that is proven: %i levels deep", (depth, expected) => {
  const nest = (inner: object): object =>
    Array.from({ length: depth }).reduce<object>((held) => object({ next: held }), inner);
  const other = object({ kind: { enum: ["OTHER"] } }, ["kind"]);
  const changes = compareDocuments(
    document({ body: nest(object({ a: text })) }),
    document({ body: { oneOf: [nest(object({ a: text, b: text })), other] } }),
  );
  const kinds = changes.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(expected));
  expect(kinds.includes("became-union")).toBe(depth === 150);
});
