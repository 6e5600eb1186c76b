import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PACKAGES } from "../workspace/packages.ts";
import { ROOT } from "../workspace/root.ts";
import { runQuietly } from "../workspace/run-quietly.ts";

// Publishes what release-pack made, dependencies first. To the registry that npm is configured with; a version that
// is there already is left alone, so that a release which broke half way can be run again.
const release = fileURLToPath(new URL("release/", ROOT));
const tarballs = await readdir(release).catch(() => []);

for (const name of PACKAGES) {
  const tarball = tarballs.find((file) => file.startsWith(`grid-sdk-${name}-`));
  if (tarball === undefined)
    throw new Error(`release/ has no tarball of @grid-sdk/${name}: run \`pnpm release:pack\` first.`);
  const version = tarball.slice(`grid-sdk-${name}-`.length, -".tgz".length);
  const published = await runQuietly("npm", ["view", `@grid-sdk/${name}@${version}`, "version"]).catch(() => "");
  if (published.trim() === version) {
    console.log(`@grid-sdk/${name} ${version} is published already.`);
    continue;
  }
  await runQuietly("npm", ["publish", join(release, tarball), "--access", "public"]);
  console.log(`Published @grid-sdk/${name} ${version}.`);
}
