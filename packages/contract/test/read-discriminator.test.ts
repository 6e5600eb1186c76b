import { expect, test } from "vitest";
import { type JsonObject, readDiscriminator } from "@grid-sdk/openapi";
import { createBodyCheck, formatViolation } from "../src/index.ts";

const ref = (name: string) => `#/components/schemas/${name}`;
const kindOf = (kind: object) => ({ type: "object", required: ["kind"], properties: { kind } });
const documentOf = (Cat: object, Dog: object, mapping?: object) => ({
  components: {
    schemas: {
      Cat,
      Dog,
      Pet: {
        oneOf: [{ $ref: ref("Cat") }, { $ref: ref("Dog") }],
        discriminator: { propertyName: "kind", ...(mapping && { mapping }) },
      },
    },
  },
});
const text = { type: "string" };
const both = { enum: ["CAT", "DOG"] };

test.each<[what: string, document: JsonObject, expected: object]>([
  [
    "its mapping",
    documentOf(kindOf(text), kindOf(text), { A: "Cat", B: ref("Dog") }),
    { A: ref("Cat"), B: ref("Dog") },
  ],
  ["the schemas' names without one", documentOf(kindOf(text), kindOf(text)), { Cat: ref("Cat"), Dog: ref("Dog") }],
  [
    "what the schemas allow, where it is not their names",
    documentOf(kindOf({ const: "CAT" }), { allOf: [kindOf(both), kindOf({ enum: ["DOG", "PUP"] })] }),
    { CAT: ref("Cat"), DOG: ref("Dog") },
  ],
  [
    "its mapping and the name of what that leaves out",
    documentOf(kindOf(text), kindOf(text), { CAT: "Cat" }),
    { CAT: ref("Cat"), Dog: ref("Dog") },
  ],
  ["nothing, where a value could lead to either", documentOf(kindOf(both), kindOf(both)), {}],
])("a discriminator uses %s", (_, document, expected) => {
  const { property, mapping = [] } = readDiscriminator(document, { $ref: ref("Pet") }) ?? {};
  expect({ property, mapping: Object.fromEntries(mapping) }).toEqual({ property: "kind", mapping: expected });
});

test("a schema without a discriminator has none", () => {
  const document = documentOf(kindOf(text), kindOf(text));
  expect(readDiscriminator(document, { $ref: ref("Cat") })).toBeUndefined();
  expect(readDiscriminator(document, true)).toBeUndefined();
});

test("a body is validated against the whole union if its discriminator leads nowhere", () => {
  const check = createBodyCheck(documentOf(kindOf(both), { ...kindOf(both), required: ["kind", "tricks"] }));
  const pet = { $ref: ref("Pet") };
  expect(check(pet, { kind: "CAT" })).toEqual([]);
  expect(check(pet, { kind: "FOX" }).map(formatViolation)).not.toEqual([]);
});
