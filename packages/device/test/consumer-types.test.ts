import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const fixture = fileURLToPath(new URL("fixtures/consumer-code.ts", import.meta.url));

// What a careful consumer compiles with, against the built declarations.
const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
};

test.each([
  ["for a browser", { types: [], lib: ["lib.es2022.d.ts", "lib.dom.d.ts"] }],
  ["for Node, without the DOM library", { types: ["node"], lib: ["lib.es2022.d.ts"] }],
])("a consumer's code compiles strictly %s, all declarations checked too", (_, environment) => {
  const program = ts.createProgram([fixture], { ...options, ...environment });
  const messages = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  expect(messages).toEqual([]);
});
