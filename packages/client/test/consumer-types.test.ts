import { listEndpoints, readFragment } from "@grid-sdk/openapi";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { compileAsConsumer } from "../../../consumer.base.ts";
import { compileSnippet } from "./support/compile-snippet.ts";

const fixture = fileURLToPath(new URL("fixtures/consumer-code.ts", import.meta.url));

describe("a consumer's code", () => {
  test("compiles strictly, with the declarations of all dependencies", () => {
    const { messages, files } = compileAsConsumer([fixture]);
    expect(messages).toEqual([]);
    expect(files.some((name) => name.endsWith("client/dist/index.d.ts"))).toBe(true);
  });

  test("learns which header its body needs", () => {
    const passkey =
      '{ type: "PASSKEY", assertion: { credentialId: "", clientDataJson: "", authenticatorData: "", signature: "" } }';
    const messages = compileSnippet(
      "input-errors",
      `import { createGridClient } from "@grid-sdk/client/latest";
const grid = createGridClient();
await grid.verifyAuthCredential({ path: { id: "" }, body: ${passkey} });
await grid.verifyAuthCredential({ path: { id: "" }, header: {}, body: ${passkey} });
`,
    );
    const reasons = messages.filter((message) => /^ +Property/.test(message));
    expect(reasons).toEqual([
      expect.stringMatching(
        /^ +Property 'header' is missing .* but required in type .*header: WithRequired<.*"Request-Id">/,
      ),
      expect.stringMatching(/^ +Property '"Request-Id"' is missing/),
    ]);
  });

  test("shows an operation in one line of names, with its documentation, in the hover text", async () => {
    const service = ts.createLanguageService({
      getCompilationSettings: () => ({ strict: true, module: ts.ModuleKind.NodeNext, types: [] }),
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
    // The fields of the fragment, whatever they are.
    const [summary, description] = await readDocumentation("challengeAuthCredential");
    expect(documentation.startsWith(`${summary}\n`)).toBe(true);
    expect(documentation).toContain(description?.split("\n")[0]);
    expect(ts.displayPartsToString(info?.displayParts)).toBe(
      "(method) OperationMethods<GridCallOptions>.challengeAuthCredential(input: ChallengeAuthCredentialInput & GridCallOptions): Promise<ChallengeAuthCredentialResult>",
    );
  });
});

async function readDocumentation(id: string): Promise<(string | undefined)[]> {
  const fragment = await readFragment(
    fileURLToPath(new URL("../../../openapi/2026-04-23/grid-auth.yaml", import.meta.url)),
  );
  const endpoint = listEndpoints(fragment).find(({ operation }) => operation["operationId"] === id);
  return [endpoint?.operation["summary"], endpoint?.operation["description"]].map((text) => text as string | undefined);
}
