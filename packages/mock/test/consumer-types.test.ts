import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const fixture = fileURLToPath(new URL("fixtures/consumer-code.ts", import.meta.url));

test("a consumer's code compiles strictly, the declarations of all dependencies checked too", () => {
  const program = ts.createProgram([fixture], {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: ["node"],
  });
  const files = program.getSourceFiles().map(({ fileName }) => fileName);
  expect(files.some((name) => name.endsWith("mock/dist/index.d.ts"))).toBe(true);
  expect(files.filter((name) => name.includes("@stoplight"))).toEqual([]);
  const messages = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  expect(messages).toEqual([]);
});
