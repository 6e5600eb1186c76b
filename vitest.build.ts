import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Builds this package and those of the workspace that it uses where their sources, or those that they bundle, are newer: some tests run what was
 * built, in processes of their own, and must not run yesterday's. turbo builds before it tests; then there is nothing to do.
 */
export function setup(): void {
  if (process.env["TURBO_HASH"]) return;
  for (const directory of listPackages(process.cwd())) {
    const sources = [directory, ...listBundled(directory)].map((folder) => findNewest(join(folder, "src")));
    if (Math.max(...sources) <= findNewest(join(directory, "dist"))) continue;
    process.stderr.write(`building ${directory}: its sources are newer than its build\n`);
    execFileSync(process.execPath, [join(directory, "node_modules/tsdown/dist/run.mjs")], { cwd: directory });
  }
}

/** Those that are built, dependencies first. */
function listPackages(directory: string): Set<string> {
  const { isBuilt, uses } = readManifest(directory);
  const below = uses.flatMap((folder) => Array.from(listPackages(folder)));
  return new Set(isBuilt ? [...below, directory] : below);
}

/** The packages without a build that it uses, and those that they use. */
function listBundled(directory: string): string[] {
  const unbuilt = readManifest(directory).uses.filter((folder) => !readManifest(folder).isBuilt);
  return [...unbuilt, ...unbuilt.flatMap((folder) => listBundled(folder))];
}

/** Whether a package is built, and the folders of those of the workspace that it uses. */
function readManifest(directory: string): { isBuilt: boolean; uses: string[] } {
  const manifest = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as Record<
    "scripts" | "dependencies" | "devDependencies",
    Record<string, string> | undefined
  >;
  const used = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  const own = used.filter(([, range]) => range.startsWith("workspace:"));
  return {
    isBuilt: manifest.scripts?.["build"] !== undefined,
    uses: own.map(([name]) => join(directory, "node_modules", name)),
  };
}

/** The time of the newest file below; 0 without files. */
function findNewest(directory: string): number {
  if (!existsSync(directory)) return 0;
  const files = readdirSync(directory, { recursive: true, withFileTypes: true });
  return Math.max(0, ...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}
