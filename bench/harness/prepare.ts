import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { runQuietly } from "@grid-sdk/scripts/workspace";
import { build } from "esbuild";
import { CLIENTS, type ClientName } from "./clients.ts";
import { CLIENTS_FOLDER, FRAGMENT, HEY_API_CLI, ORVAL_CLI, WORK } from "./places.ts";
import { builtProgramOf, type ModuleFormat, type Program, sourceOf } from "./programs.ts";
import { verifyPrograms } from "./verify-programs.ts";

/** Installs the peers, generates those that are generated, builds every client's programs and tries them. */
export async function prepare(): Promise<void> {
  await runQuietly("pnpm", ["install", "--frozen-lockfile"], { cwd: CLIENTS_FOLDER });
  await rm(WORK, { recursive: true, force: true });
  await mkdir(WORK, { recursive: true });
  await runQuietly(process.execPath, [HEY_API_CLI, "-i", FRAGMENT, "-o", join(WORK, "hey-api"), "--no-log-file"]);
  await runQuietly(process.execPath, [ORVAL_CLI, "--config", "orval.config.mjs"], { cwd: CLIENTS_FOLDER });
  const builds = CLIENTS.flatMap(({ name }) => [
    buildProgram(name, "challenge", "esm"),
    buildProgram(name, "challenge", "cjs"),
    buildProgram(name, "all-operations", "esm"),
  ]);
  await Promise.all(builds);
  await verifyPrograms();
}

/** As a team builds its service: its own and generated code compiled, its dependencies left in node_modules. */
async function buildProgram(client: ClientName, program: Program, format: ModuleFormat): Promise<void> {
  await build({
    entryPoints: [sourceOf(client, program)],
    outfile: builtProgramOf(client, program, format),
    bundle: true,
    packages: "external",
    platform: "node",
    format,
  });
}
