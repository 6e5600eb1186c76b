import { mkdir, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PACKAGES } from "../workspace/packages.ts";
import { ROOT } from "../workspace/root.ts";
import { runQuietly } from "../workspace/run-quietly.ts";

// The tarballs that a release publishes, for review and for the job that may publish and does nothing else.
const release = fileURLToPath(new URL("release/", ROOT));

await rm(release, { recursive: true, force: true });
await mkdir(release);
for (const name of PACKAGES) {
  const directory = fileURLToPath(new URL(`packages/${name}/`, ROOT));
  const { version } = JSON.parse(await readFile(`${directory}package.json`, "utf8")) as { version: string };
  await runQuietly("pnpm", ["pack", "--pack-destination", release], { cwd: directory });
  console.log(`Packed @grid-sdk/${name} ${version}.`);
}
