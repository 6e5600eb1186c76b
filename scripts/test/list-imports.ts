import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";

/** The files and packages that modules need, directly and through imports. */
export interface Imports {
  /** The paths of files with slashes, including the modules. Built files are not read. */
  readonly files: ReadonlySet<string>;
  /** The imported names of packages from outside. */
  readonly packages: ReadonlySet<string>;
}

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
};
/** A file that a module names by a relative path. */
const BESIDE = /new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url/g;

/** Lists what TypeScript modules need: their imports, and the files that they name by a relative path. */
export function listImports(modules: readonly string[]): Imports {
  const cache = ts.createModuleResolutionCache(process.cwd(), (name) => name, OPTIONS);
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (name: string): void => {
    const path = name.replaceAll("\\", "/");
    if (files.has(path) || !existsSync(path) || !statSync(path).isFile()) return;
    files.add(path);
    if (!path.endsWith(".ts") || path.includes("/dist/")) return;
    const text = readFileSync(path, "utf8");
    for (const [, beside = ""] of text.matchAll(BESIDE)) visit(resolve(dirname(path), beside));
    for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
      const { resolvedModule } = ts.resolveModuleName(
        fileName,
        path,
        OPTIONS,
        ts.sys,
        cache,
        undefined,
        ts.ModuleKind.ESNext,
      );
      if (fileName.startsWith("node:")) continue;
      if (resolvedModule === undefined || resolvedModule.resolvedFileName.includes("/node_modules/")) {
        if (fileName.startsWith(".")) visit(join(dirname(path), fileName));
        else packages.add(fileName);
      } else visit(realpathSync(resolvedModule.resolvedFileName));
    }
  };
  for (const module of modules) visit(realpathSync(module));
  return { files, packages };
}
