import { describe, expect, test } from "vitest";
import { compileDerived, fragmentOf } from "../test/compile-derived.ts";
import { narrowDiscriminators } from "./narrow-discriminators.ts";

const animal = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
const withFields = (properties: object) => ({
  allOf: [{ $ref: "#/components/schemas/Animal" }, { type: "object", required: Object.keys(properties), properties }],
});

// `Cat` is mapped in a union and also used outside of it.
const parts = {
  components: {
    schemas: {
      Animal: animal,
      Cat: withFields({ lives: { type: "integer" } }),
      Dog: withFields({ tricks: { type: "integer" } }),
      Pet: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: {
          propertyName: "kind",
          mapping: { HOUSE_CAT: "#/components/schemas/Cat", BARN_CAT: "Cat", DOG: "#/components/schemas/Dog" },
        },
      },
      Unmapped: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: { propertyName: "kind" },
      },
      Cage: { type: "object", required: ["cat"], properties: { cat: { $ref: "#/components/schemas/Cat" } } },
    },
  },
};
const zoo = { ...fragmentOf({}), ...parts };

/** What the compiler says of code that uses the types of the zoo. */
const compile = (code: string) =>
  compileDerived(
    zoo,
    `import type { components } from "./index.ts";
type Schemas = components["schemas"];
declare const pet: Schemas["Pet"];
declare const unmapped: Schemas["Unmapped"];
declare const cage: Schemas["Cage"];
declare function exactly<Expected>(): <Actual>(value: Actual, same: [Expected, Actual] extends [Actual, Expected] ? true : false) => void;
${code}
`,
  );

describe("the types of a discriminated union", () => {
  test("narrow by every value of the mapping", async () => {
    expect(
      await compile(`
        exactly<"HOUSE_CAT" | "BARN_CAT" | "DOG">()(pet.kind, true);
        if (pet.kind === "DOG") pet.tricks; else pet.lives;
        if (pet.kind === "BARN_CAT") pet.lives;
      `),
    ).toEqual([]);
  });

  test("narrow by the schemas' names without a mapping", async () => {
    expect(await compile(`if (unmapped.kind === "Dog") unmapped.tricks; else unmapped.lives;`)).toEqual([]);
  });

  test("leave a component that is used elsewhere its own type", async () => {
    expect(
      await compile(`
        exactly<string>()(cage.cat.kind, true);
        const cat: Schemas["Cat"] = { kind: "LION", lives: 9 };
        void cat;
      `),
    ).toEqual([]);
  });

  test("refuse a value that no branch has, and a field of another branch", async () => {
    expect(await compile(`pet.kind === "FISH";`)).toHaveLength(1);
    expect(await compile(`if (pet.kind === "DOG") pet.lives;`)).toHaveLength(1);
    expect(await compile(`pet.lives;`)).toHaveLength(1);
  });
});

test("changes nothing but unions that have a discriminator", () => {
  const { Pet: _, Unmapped: __, ...others } = zoo.components.schemas;
  const narrowed = narrowDiscriminators(zoo);
  expect(narrowed).toMatchObject({ components: { schemas: others } });
  expect(narrowed).not.toEqual(zoo);
});
