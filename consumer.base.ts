import ts from "typescript";

/** What a careful consumer compiles with: strictly, and the declarations of all dependencies checked too. */
export const consumerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
} satisfies ts.CompilerOptions;

/** What the compiler says of a consumer's files, and every file that it read for them. */
export function compileAsConsumer(
  file: string | string[],
  types: string[] = [],
): { messages: string[]; files: string[] } {
  const program = ts.createProgram([file].flat(), { ...consumerOptions, types });
  return {
    messages: ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    files: program.getSourceFiles().map(({ fileName }) => fileName),
  };
}
