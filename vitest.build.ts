import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Builds this package and those of the workspace that it uses where their sources are newer: some tests run what was
 * built, in processes of their own, and must not run yesterday's. turbo builds before it tests; then there is nothing to do.
 */
export function setup(): void {
  if (process.env["TURBO_HASH"]) return;
  for (const directory of listPackages(process.cwd())) {
    if (findNewest(join(directory, "src")) <= findNewest(join(directory, "dist"))) continue;
    process.stderr.write(`building ${directory}: its sources are newer than its build\n`);
    execFileSync(process.execPath, [join(directory, "node_modules/tsdown/dist/run.mjs")], { cwd: directory });
  }
}

/** Those that are built, dependencies first. */
function listPackages(directory: string): Set<string> {
  const manifest = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as Record<
    "scripts" | "dependencies" | "devDependencies",
    Record<string, string> | undefined
  >;
  const used = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  const own = used.filter(([, range]) => range.startsWith("workspace:"));
  const below = own.flatMap(([name]) => Array.from(listPackages(join(directory, "node_modules", name))));
  return new Set(manifest.scripts?.["build"] ? [...below, directory] : below);
}

/** The time of the newest file below; 0 if there is none. */
function findNewest(directory: string): number {
  if (!existsSync(directory)) return 0;
  const files = readdirSync(directory, { recursive: true, withFileTypes: true });
  return Math.max(0, ...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}
