import ts from "typescript";
import { describe, expect, test } from "vitest";
import { deriveSchemaTypes } from "./schema-types.ts";
import { narrowDiscriminators } from "./narrow-discriminators.ts";

const animal = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
const withFields = (properties: object) => ({
  allOf: [{ $ref: "#/components/schemas/Animal" }, { type: "object", required: Object.keys(properties), properties }],
});

// `Cat` is mapped in a union and also used outside of it.
const zoo = {
  openapi: "3.1.0",
  info: { title: "Zoo", version: "1" },
  paths: {},
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

/** What the compiler says of code that uses the types of the zoo. */
async function compile(code: string): Promise<string[]> {
  const files: Record<string, string> = {
    "/zoo.ts": await deriveSchemaTypes(zoo),
    "/test.ts": `import type { components } from "./zoo.ts";
type Schemas = components["schemas"];
declare const pet: Schemas["Pet"];
declare const unmapped: Schemas["Unmapped"];
declare const cage: Schemas["Cage"];
declare function exactly<Expected>(): <Actual>(value: Actual, same: [Expected, Actual] extends [Actual, Expected] ? true : false) => void;
${code}
`,
  };
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    noLib: false,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (name) => files[name] ?? readFile.call(host, name);
  host.fileExists = (name) => name in files || fileExists.call(host, name);
  host.getSourceFile = (name, version) => {
    const text = files[name];
    return text === undefined ? getSourceFile.call(host, name, version) : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram(["/test.ts"], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

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
  expect(narrowDiscriminators(others)).toEqual(others);
});
