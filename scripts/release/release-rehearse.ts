import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startProgress } from "@grid-sdk/terminal";
import { readOptions } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";
import { runQuietly } from "../workspace/run-quietly.ts";
import { startRegistry } from "./rehearsal/start-registry.ts";
import { tryAsConsumer } from "./rehearsal/try-as-consumer.ts";

const USAGE = `Usage: pnpm release:rehearse

Releases to a registry on this machine, and installs from it with npm and pnpm. Leaves nothing behind.`;

readOptions(USAGE, {});
using progress = startProgress("Starting a registry");
const root = fileURLToPath(ROOT);
const stage = await mkdtemp(join(tmpdir(), "grid-sdk-rehearsal-"));
const cleanUp = () => rm(stage, { recursive: true, force: true, maxRetries: 5 });
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(1)));
}

try {
  await using registry = await startRegistry(join(stage, "registry"));
  // npm needs a token, and the registry accepts any. All other packages come from the usual registry.
  const npmrc = `@grid-sdk:registry=${registry.url}\n${registry.url.slice("http:".length)}:_authToken=rehearsal\n`;
  const env = {
    ...process.env,
    // Separate caches, so that the rehearsal leaves nothing behind.
    npm_config_cache: join(stage, "npm-cache"),
    // The versions published here are minutes old.
    pnpm_config_minimum_release_age: "0",
  };

  progress.report("Applying the changesets to a clone");
  const clone = join(stage, "clone");
  await runQuietly("git", ["clone", "--quiet", root, clone]);
  await runQuietly("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], { cwd: clone });
  await runQuietly("pnpm", ["run", "release:version"], { cwd: clone });
  const { version } = JSON.parse(await readFile(join(clone, "packages/client/package.json"), "utf8")) as {
    version: string;
  };

  progress.report(`Packing and publishing ${version}`);
  await runQuietly("pnpm", ["run", "release:pack"], { cwd: clone });
  await writeFile(join(clone, ".npmrc"), npmrc);
  const published = await runQuietly("pnpm", ["--silent", "run", "release:publish"], { cwd: clone, env });
  progress.print(published.trim());
  const again = await runQuietly("pnpm", ["--silent", "run", "release:publish"], { cwd: clone, env });
  if (!again.includes(`@grid-sdk/client ${version} is published already.`))
    throw new Error(`Published twice:\n${again}`);

  for (const [name, ...args] of [
    ["npm", "install", "--no-audit", "--no-fund"],
    ["pnpm", "add", "--store-dir", join(stage, "pnpm-store"), "--ignore-scripts"],
  ] as const) {
    progress.report(`Installing with ${name}`);
    await tryAsConsumer(join(stage, `by-${name}`), [name, ...args], npmrc, env);
    progress.print(`Installed with ${name}: the README's code runs, the design's compiles.`);
  }
} finally {
  await cleanUp();
}
