import { listEndpoints } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { listFunctions, readJsdocExamples } from "../../../jsdoc-examples.base.ts";
import { compileSnippet } from "./support/compile-snippet.ts";
import { LINES } from "./support/lines.ts";

const dist = new URL("../dist/", import.meta.url);
const core = new URL("../../core/dist/", import.meta.url);

describe.each(LINES)("the examples of $name", ({ file, fragment, entry }) => {
  const functions = readJsdocExamples(new URL(`${file}.d.ts`, dist), new URL("every-line.d.ts", dist));
  const operations = readJsdocExamples(new URL(`${file}.d.ts`, core));

  test.each(listFunctions(entry))("%s has one", (name) => {
    expect(functions.get(name)).toContain(name);
  });

  test.each(listEndpoints(fragment).map(({ operation }) => String(operation["operationId"])))("%s has one", (id) => {
    expect(operations.get(id)).toContain(`await grid.${id}(`);
  });

  test("compile, strictly", () => {
    const bodies = [...functions, ...operations].map(([name, code]) => {
      const given = code.includes("const grid =") ? "" : "const grid = createGridClient();\n";
      return `export async function ${name}Example() {\n${given}${code}\n}`;
    });
    const module = file === "index" ? "@grid-sdk/client" : `@grid-sdk/client/${file}`;
    const imports = `import { ${[...functions.keys()].join(", ")} } from "${module}";`;
    const values =
      "declare const accountId: string, id: string;\ndeclare function sign(payload: string): Promise<string>;";
    expect(compileSnippet(`jsdoc-examples-${file}`, [imports, values, ...bodies].join("\n\n"))).toEqual([]);
  });
});
