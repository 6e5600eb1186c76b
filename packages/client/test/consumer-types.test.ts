import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const fixture = fileURLToPath(new URL("fixtures/consumer-code.ts", import.meta.url));

// What a careful consumer compiles with, against the built declarations.
const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  types: [],
};

describe("a consumer's code", () => {
  test("compiles strictly, the declarations of all dependencies checked too", () => {
    const program = ts.createProgram([fixture], options);
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(messages).toEqual([]);
    expect(program.getSourceFiles().some(({ fileName }) => fileName.endsWith("client/dist/index.d.ts"))).toBe(true);
  });

  test("shows an operation in one line of names, with its documentation, where it is hovered over", () => {
    const service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => [fixture],
      getScriptVersion: () => "0",
      getScriptSnapshot: (name) => {
        const text = ts.sys.readFile(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => fileURLToPath(new URL(".", import.meta.url)),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
    });
    const at = ts.sys.readFile(fixture)?.indexOf("challengeAuthCredential") ?? -1;
    const info = service.getQuickInfoAtPosition(fixture, at);
    const documentation = ts.displayPartsToString(info?.documentation);
    expect(documentation).toMatch(/^Re-issue the challenge of a credential\n/);
    expect(documentation).toContain("mails a new one-time password");
    expect(ts.displayPartsToString(info?.displayParts)).toBe(
      "(method) OperationMethods<GridCallOptions>.challengeAuthCredential(input: ChallengeAuthCredentialInput & GridCallOptions): Promise<ChallengeAuthCredentialResult>",
    );
  });
});
