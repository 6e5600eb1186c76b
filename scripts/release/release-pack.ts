import { mkdir, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { startProgress } from "@grid-sdk/terminal";
import { buildPackages } from "../workspace/build-packages.ts";
import { PACKAGES } from "../workspace/packages.ts";
import { readOptions } from "../workspace/read-options.ts";
import { refusePreMode } from "../workspace/refuse-pre-mode.ts";
import { ROOT } from "../workspace/root.ts";
import { runQuietly } from "../workspace/run-quietly.ts";

const USAGE = `Usage: pnpm release:pack

Packs the published packages into release/: for review, for a local install, and for \`pnpm release:publish\`.`;

readOptions(USAGE, {});
refusePreMode();
await buildPackages();
const release = fileURLToPath(new URL("release/", ROOT));

using progress = startProgress("Packing");
await rm(release, { recursive: true, force: true });
await mkdir(release);
for (const name of PACKAGES) {
  const directory = fileURLToPath(new URL(`packages/${name}/`, ROOT));
  const { version } = JSON.parse(await readFile(`${directory}package.json`, "utf8")) as { version: string };
  progress.report(`Packing @grid-sdk/${name}`);
  await runQuietly("pnpm", ["pack", "--pack-destination", release], { cwd: directory });
  progress.print(`Packed @grid-sdk/${name} ${version}.`);
}
