import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { compileAsConsumer, consumerOptions } from "../../../consumer.base.ts";

const fixture = fileURLToPath(new URL("fixtures/consumer-code.ts", import.meta.url));

describe("a consumer's code", () => {
  test("compiles strictly, the declarations of all dependencies checked too", () => {
    const { messages, files } = compileAsConsumer(fixture);
    expect(messages).toEqual([]);
    expect(files.some((name) => name.endsWith("client/dist/index.d.ts"))).toBe(true);
  });

  test("shows an operation in one line of names, with its documentation, where it is hovered over", () => {
    const service = ts.createLanguageService({
      getCompilationSettings: () => ({ ...consumerOptions, types: [] }),
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
