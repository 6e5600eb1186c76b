import { readFileSync } from "node:fs";

const FUNCTION = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?:(?:export )?declare function |\s+(?=\w+\())(\w+)/g;

/** The examples of the functions and methods that files of declarations document, by name: what an editor shows. */
export function readJsdocExamples(...files: readonly URL[]): Map<string, string> {
  const declarations = files.map((file) => readFileSync(file, "utf8")).join("\n");
  return new Map(
    [...declarations.matchAll(FUNCTION)].flatMap(([, comment = "", name = ""]) => {
      const [, code] = /@example\n\s+\* ```ts\n([\s\S]*?)\s+\* ```/.exec(comment) ?? [];
      return code === undefined ? [] : [[name, code.replace(/^[ \t]+\* ?/gm, "")] as const];
    }),
  );
}

/** The names of a module's functions; its classes begin with a capital letter. */
export function listFunctions(module: object): string[] {
  return Object.entries(module).flatMap(([name, value]) =>
    typeof value === "function" && /^[a-z]/.test(name) ? [name] : [],
  );
}
