import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as client from "@grid-sdk/client";
import { describe, expect, test } from "vitest";
import { compileAsConsumer } from "../../../consumer.base.ts";
import { listFunctions, readJsdocExamples } from "../../../jsdoc-examples.base.ts";

const dist = new URL("../dist/", import.meta.url);
describe.each([
  ["@grid-sdk/client", "index.d.ts"],
  ["@grid-sdk/client/latest", "latest.d.ts"],
])("%s", (entry, file) => {
  const examples = readJsdocExamples(new URL(file, dist), new URL("signed-retry.d.ts", dist));

  test("each public function has an example", () => {
    const functions = listFunctions(client);
    expect(functions.length).toBeGreaterThan(3);
    for (const name of functions) expect([name, examples.get(name)]).toEqual([name, expect.stringContaining(name)]);
  });

  test("the examples compile, strictly", () => {
    const bodies = [...examples].map(([name, code]) => {
      const given = name === "createGridClient" ? "" : "const grid = createGridClient();\n";
      return `export async function ${name}Example() {\n${given}${code}}`;
    });
    const imports = `import { ${[...examples.keys()].join(", ")} } from "${entry}";`;
    const values =
      "declare const accountId: string, id: string;\ndeclare function sign(payload: string): Promise<string>;";
    const folder = new URL("../node_modules/.cache/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    const path = fileURLToPath(new URL(`jsdoc-examples-${file.replace(".d.ts", ".ts")}`, folder));
    writeFileSync(path, `${imports}\n${values}\n${bodies.join("\n\n")}\n`);
    expect(compileAsConsumer([path], { types: ["node"] }).messages).toEqual([]);
  });
});
