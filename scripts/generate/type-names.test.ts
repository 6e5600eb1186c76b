import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import ts from "typescript";
import { compileDerived, fragmentOf, LINE } from "../test/compile-derived.ts";
import { deriveFiles } from "./derive-files.ts";
import { EXPORTED_NAMES, isTaken, nameSchemas } from "./type-names.ts";

const withSchemas = (...names: string[]) =>
  fragmentOf({
    paths: { "/thing": { get: { operationId: "getThing", responses: { 204: { description: "" } } } } },
    components: { schemas: Object.fromEntries(names.map((name) => [name, { type: "string" }])) },
  });

/** What a package's index names as exported: the derived types come by `export type *`. */
function listExports(index: string): string[] {
  const path = fileURLToPath(new URL(`../../packages/${index}`, import.meta.url));
  const source = ts.createSourceFile(path, ts.sys.readFile(path) ?? "", ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)
      ? statement.exportClause.elements.map(({ name }) => name.text)
      : [],
  );
}

describe("a schema named like another export", () => {
  test("is exported with the suffix Schema", async () => {
    const document = withSchemas("GridError", "Operations", "GetThingInput", "paths", "Record", "Plain");
    const code = `import type { components, GetThingInput, GetThingInputSchema, GridErrorSchema, Operations, OperationsSchema, paths, pathsSchema, Plain, RecordSchema } from "./index.ts";
      export const read = (value: components["schemas"]["GridError"]): GridErrorSchema => value;
      export type All = [GetThingInput, GetThingInputSchema, Operations["getThing"], OperationsSchema, paths["/thing"], pathsSchema, Plain, RecordSchema];`;
    expect(await compileDerived(document, code)).toEqual([]);
  });

  test("is refused if that name is a schema as well", async () => {
    await expect(deriveFiles(JSON.stringify(withSchemas("Operations", "OperationsSchema")), LINE)).rejects.toThrow(
      /schema Operations would be exported as OperationsSchema.*rename one of them/,
    );
  });

  test("has to be so for all that the packages export", () => {
    const exported = [...listExports("client/src/index.ts"), ...listExports("core/src/index.ts")];
    expect(exported.length).toBeGreaterThan(15);
    expect(exported.filter((name) => !isTaken(name))).toEqual([]);
    for (const name of EXPORTED_NAMES) expect(nameSchemas(withSchemas(name), []).names.get(name)).toBe(`${name}Schema`);
  });
});

test("no schema shadows a type of the language that core uses", async () => {
  const files = await deriveFiles(
    await readFile(new URL("../../openapi/2026-04-23/grid-auth.yaml", import.meta.url), "utf8"),
    LINE,
  );
  const core = new URL("../../packages/core/src/", import.meta.url);
  for (const name of await readdir(core)) {
    if (name.endsWith(".ts")) files.set(name, await readFile(new URL(name, core), "utf8"));
  }
  const used = new Set([...files].flatMap(([name, content]) => listLanguageTypes(name, content)));
  expect([...used]).toContain("Promise");
  const { names } = nameSchemas(withSchemas(...used), []);
  expect([...used].filter((name) => names.get(name) !== `${name}Schema`)).toEqual([]);
});

/** The types that a module refers to without declaring or importing them. */
function listLanguageTypes(name: string, content: string): string[] {
  const source = ts.createSourceFile(name, content, ts.ScriptTarget.Latest, true);
  const declared = new Set<string>();
  const used: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) used.push(node.typeName.text);
    const { name: declaration } = node as ts.NamedDeclaration;
    if (declaration && ts.isIdentifier(declaration)) declared.add(declaration.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return used.filter((type) => !declared.has(type) && type !== "const");
}

describe("a schema's name", () => {
  const keywords = Object.entries(ts.SyntaxKind)
    .filter(([, kind]) => Number(kind) >= ts.SyntaxKind.FirstKeyword && Number(kind) <= ts.SyntaxKind.LastKeyword)
    .map(([, kind]) => ts.tokenToString(kind as ts.SyntaxKind) ?? "");

  test("is made of its words where it is not a type's", async () => {
    const given = [
      "any",
      "string",
      "default",
      "class",
      "keyof",
      "foo-bar",
      "2fa",
      "été",
      "undefined",
      "grid-error",
      "a.b",
    ];
    const { names, problems } = nameSchemas(withSchemas(...given), []);
    expect(problems).toEqual([]);
    const exported = [
      "Any",
      "String",
      "Default",
      "Class",
      "Keyof",
      "FooBar",
      "Schema2fa",
      "T",
      "Undefined",
      "GridErrorSchema",
      "AB",
    ];
    expect([...names.values()]).toEqual(exported);
    const code = `import type { components, FooBar, GridErrorSchema, Schema2fa } from "./index.ts";
      export const read = (value: components["schemas"]["foo-bar"]): FooBar => value;
      export type All = [GridErrorSchema, Schema2fa];`;
    expect(await compileDerived(withSchemas("foo-bar", "grid-error", "2fa"), code)).toEqual([]);
  });

  test("is refused if its words are another schema's name as well, or if every object has it", () => {
    const { problems } = nameSchemas(withSchemas("foo-bar", "FooBar", "constructor"), []);
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      "/components/schemas/constructor",
      "/components/schemas/foo-bar",
    ]);
    expect(problems[1]?.message).toMatch(
      /foo-bar would be exported as FooBar, because its own name cannot be a type, and so would FooBar/,
    );
  });

  test("compiles if it is not refused, even as a keyword of TypeScript's", async () => {
    const { names } = nameSchemas(withSchemas(...new Set(keywords)), []);
    expect(names.size).toBeGreaterThan(10);
    expect(await compileDerived(withSchemas(...names.keys()))).toEqual([]);
  });
});
