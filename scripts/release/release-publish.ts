import { spawnSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PACKAGES } from "../workspace/packages.ts";
import { readOptions } from "../workspace/read-options.ts";
import { refusePreMode } from "../workspace/refuse-pre-mode.ts";
import { ROOT } from "../workspace/root.ts";
import { runQuietly } from "../workspace/run-quietly.ts";
import { findTarballs } from "./packaging/find-tarballs.ts";

const USAGE = `Usage: pnpm release:publish [--dry-run]

Publishes what \`pnpm release:pack\` made, dependencies first, to the registry that npm is configured with. A version that
is published already is skipped, so you can run a release that failed half way again.

  --dry-run   send nothing; print what would be published`;

const { values } = readOptions(USAGE, { options: { "dry-run": { type: "boolean", default: false } } });
refusePreMode();
const release = fileURLToPath(new URL("release/", ROOT));
const { tarballs, missing } = findTarballs(PACKAGES, await readdir(release).catch(() => []));
const prereleases = tarballs
  .filter(({ version }) => version.includes("-"))
  .map(({ name, version }) => `${name} ${version}`);

if (missing.length > 0) {
  console.error(
    `release/ has no tarball of ${missing.join(", ")}: run \`pnpm release:pack\` first. Nothing was published.`,
  );
  process.exitCode = 1;
} else if (prereleases.length > 0) {
  console.error(
    `A release has no prerelease version, got ${prereleases.join(", ")}: npm would need a dist-tag. Nothing was published.`,
  );
  process.exitCode = 1;
} else {
  for (const { name, version, file } of tarballs) {
    if (values["dry-run"]) console.log(`Would publish ${name} ${version} from release/${file}.`);
    else await publish(name, version, join(release, file));
  }
}

async function publish(name: string, version: string, file: string): Promise<void> {
  const published = await runQuietly("npm", ["view", `${name}@${version}`, "version"]).catch(() => "");
  if (published.trim() === version) {
    console.log(`${name} ${version} is published already.`);
    return;
  }
  // With all of the terminal: a person who publishes has a second factor, which npm asks for.
  const { status } = spawnSync("npm", ["publish", file, "--access", "public"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error(`${name} ${version} was not published. Run \`pnpm release:publish\` again once npm can.`);
    process.exit(1);
  }
  console.log(`Published ${name} ${version}.`);
}
