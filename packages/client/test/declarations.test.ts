import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const fixture = fileURLToPath(new URL("fixtures/declaration-code.ts", import.meta.url));
let directory: string;

// Installed as pnpm does: a dependency of a dependency cannot be imported.
beforeAll(async () => {
  directory = await realpath(await mkdtemp(join(tmpdir(), "grid-declarations-")));
  const store = join(directory, "node_modules/.pnpm/client/node_modules");
  for (const name of ["client", "core"]) {
    const from = join(root, "packages", name);
    for (const part of ["dist", "package.json"]) {
      await cp(join(from, part), join(store, "@grid-sdk", name, part), { recursive: true });
    }
  }
  const library = await realpath(join(root, "packages/client/node_modules/openapi-fetch"));
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) {
    await cp(join(dirname(library), name), join(store, name), { recursive: true, dereference: true });
  }
  await mkdir(join(directory, "node_modules/@grid-sdk"));
  await symlink(join(store, "@grid-sdk/client"), join(directory, "node_modules/@grid-sdk/client"), "junction");
  await cp(fixture, join(directory, "code.ts"));
});
afterAll(() => rm(directory, { recursive: true }));

test("a consumer compiles whose declarations show the client, grid.http and their results", async () => {
  const compilerOptions = {
    declaration: true,
    outDir: "out",
    strict: true,
    target: "es2022",
    module: "nodenext",
    types: [],
  };
  await writeFile(join(directory, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["code.ts"] }));
  await writeFile(join(directory, "package.json"), JSON.stringify({ type: "module" }));
  for (const version of ["typescript", "typescript-7"]) {
    const tsc = join(root, "node_modules", version, "bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", directory, "--pretty", "false"], { encoding: "utf8" });
    expect(stdout).toBe("");
    expect(await readFile(join(directory, "out/code.d.ts"), "utf8")).not.toMatch(/openapi-fetch|[./]dist/);
  }
});
