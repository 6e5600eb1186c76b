import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackage } from "../release/packaging/pack.ts";
import { PACKAGES } from "../workspace/packages.ts";
import { ROOT } from "../workspace/root.ts";
import { NPM, runProgram } from "./check.ts";
import { ENVIRONMENTS, WITH_INSTALL_SCRIPTS } from "./manifest.ts";

/** What consumers run: from this checkout, to the folder. */
const PROGRAMS = [
  ["scripts/consumers/fixtures", "."],
  ["packages/client/examples/to-response.ts", "next/lib/to-response.ts"],
  ["packages/device/test/vectors", "device/vectors"],
  ["packages/device/examples/device/keep-keys.ts", "device/keep-keys.ts"],
  ["packages/device/test/fixtures/consumer-code.ts", "device-code.ts"],
  ["packages/client/test/fixtures/consumer-code.ts", "consumer-code.ts"],
  ["packages/client/test/fixtures/consumer-code.ts", "consumer-code.mts"],
  ["packages/client/test/fixtures/declaration-code.ts", "declaration-code.ts"],
] as const;

/** A temporary folder with the packed packages and every environment in its node_modules, and the consumers' programs. */
export async function installConsumers(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "grid-sdk-consumers-"));
  const packed = await Promise.all(PACKAGES.map((name) => packPackage(name, join(directory, "packed"))));
  const tarballs = Object.fromEntries(packed.map(({ name, tarball }) => [`@grid-sdk/${name}`, `file:${tarball}`]));
  const manifest = {
    private: true,
    type: "module",
    dependencies: { ...tarballs, ...ENVIRONMENTS },
    // npm 11.19 and later run only the install scripts of these packages.
    allowScripts: Object.fromEntries(WITH_INSTALL_SCRIPTS.map((name) => [name, true])),
  };
  for (const [from, to] of PROGRAMS) await cp(new URL(from, ROOT), join(directory, to), { recursive: true });
  await writeFile(join(directory, "package.json"), JSON.stringify(manifest, undefined, 2));
  await runProgram({ directory, mockUrl: "" }, NPM, ["install", "--no-audit", "--no-fund", "--no-package-lock"]);
  return directory;
}
