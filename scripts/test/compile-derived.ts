import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { deriveFiles } from "../generate/derive-files.ts";
import type { JsonObject } from "@grid-sdk/openapi";
import { defaultLine } from "../workspace/lines.ts";
import { ROOT } from "../workspace/root.ts";

// For tests: the compiler's messages about the files derived from a document, and about code that uses them.

const CORE = fileURLToPath(new URL("packages/core/src/", ROOT));
/** The line of documents that tests derive from. */
export const LINE = defaultLine();
const generated = fileURLToPath(new URL(`${LINE.generated}/`, ROOT));
const VITEST = `export declare function test(name: string, check: () => void): void;`;
const sources = new Map<string, ts.SourceFile>();

/** A fragment that contains these parts. */
export function fragmentOf(parts: JsonObject): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: {},
    ...parts,
  };
}

/** The compiler's messages about core, derived from the document, and a module beside core's index. Empty if it compiles. */
export async function compileDerived(
  document: JsonObject,
  code = "",
  options: ts.CompilerOptions = {},
): Promise<string[]> {
  const files = new Map([
    [`${CORE}consumer.ts`, code],
    [`${CORE}vitest.d.ts`, VITEST],
  ]);
  for (const [name, content] of await deriveFiles(JSON.stringify(document), LINE))
    files.set(`${generated}${name}`, content);
  const settings: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2023.d.ts"],
    types: [],
    paths: { vitest: [`${CORE}vitest.d.ts`] },
    ...options,
  };
  const host = ts.createCompilerHost(settings);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || (!name.startsWith(generated) && fileExists.call(host, name));
  host.readFile = (name) => files.get(name) ?? readFile.call(host, name);
  host.getSourceFile = (name, version) => {
    const text = files.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, version);
    // The language's own declarations are the largest part, and the same each time.
    const source = sources.get(name) ?? ts.createSourceFile(name, readFileSync(name, "utf8"), version);
    sources.set(name, source);
    return source;
  };
  const roots = [...files.keys(), `${CORE}index.ts`];
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram(roots, settings, host));
  return diagnostics.map(({ file, messageText }) => {
    const name = file?.fileName.slice(CORE.length) ?? "";
    return `${name}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
