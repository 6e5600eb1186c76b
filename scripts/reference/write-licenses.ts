import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startProgress } from "@grid-sdk/terminal";
import { formatLicenses } from "../../licenses.base.ts";
import { listBundled } from "../../packages/reference/build/list-bundled.ts";
import { readOptions } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";
import { runQuietly } from "../workspace/run-quietly.ts";

const USAGE = `Usage: pnpm reference:licenses

Writes packages/reference/THIRD-PARTY-LICENSES.md: the licences of the packages that Scalar's bundle is made of. They are
not installed, so it downloads them into a temporary folder. Run it when the build of packages/reference says so.`;

const INTRODUCTION = `The file renderer.js is the browser bundle of @scalar/api-reference, which is made of parts of these packages and of
others of Scalar's own, under the same licence as @scalar/api-reference. A page that @grid-sdk/reference renders holds
that file, and this text.`;

/** Only the own files of each package. */
const HOOKS = `const none = { dependencies: {}, optionalDependencies: {}, peerDependencies: {} };
export const hooks = {
  readPackage: (manifest) => (manifest.name === "licenses" ? manifest : { ...manifest, ...none }),
};`;

readOptions(USAGE, {});
const bundled = listBundled();
const progress = startProgress(`Downloading ${bundled.length} packages, for their licences`);
const folder = await mkdtemp(join(tmpdir(), "licenses-"));
try {
  // By numbers: a bundle may hold two versions of one package.
  const dependencies = bundled.map(({ name, version }, at) => [`package-${at}`, `npm:${name}@${version}`]);
  const manifest = { name: "licenses", dependencies: Object.fromEntries(dependencies) };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await writeFile(join(folder, ".pnpmfile.mjs"), HOOKS);
  const options = ["--ignore-workspace", "--ignore-scripts", "--lockfile=false"];
  await runQuietly("pnpm", ["install", ...options], { cwd: folder });
  const folders = bundled.map((_, at) => join(folder, "node_modules", `package-${at}`));
  const file = fileURLToPath(new URL("packages/reference/THIRD-PARTY-LICENSES.md", ROOT));
  await writeFile(file, formatLicenses(INTRODUCTION, folders));
} finally {
  progress.end();
  await rm(folder, { recursive: true });
}
