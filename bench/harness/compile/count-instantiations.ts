import { join } from "node:path";
import ts from "typescript";

/**
 * How many type instantiations the compiler makes to check a module against the built declarations, as `tsc
 * --extendedDiagnostics` counts them. Throws if it does not compile: the count of a broken program says nothing.
 *
 * @param directory from where the module's imports resolve
 */
export function countInstantiations(directory: string, source: string): number {
  const options: ts.CompilerOptions = {
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: [],
  };
  const file = join(directory, "counted.ts");
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  const [problem] = ts.getPreEmitDiagnostics(program);
  if (problem) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, "\n"));
  return program.getInstantiationCount();
}
