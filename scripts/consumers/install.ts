import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packPackage } from "../release/packaging/pack.ts";
import { PACKAGES } from "../workspace/packages.ts";
import { ROOT } from "../workspace/root.ts";
import { NPM, runProgram } from "./check.ts";
import { ENVIRONMENTS, WITH_INSTALL_SCRIPTS } from "./manifest.ts";

const fixtures = fileURLToPath(new URL("fixtures", import.meta.url));
const device = fileURLToPath(new URL("packages/device", ROOT));
const consumerCode = fileURLToPath(new URL("packages/client/test/fixtures/consumer-code.ts", ROOT));
const declarationCode = fileURLToPath(new URL("packages/client/test/fixtures/declaration-code.ts", ROOT));
const toResponse = fileURLToPath(new URL("packages/client/examples/to-response.ts", ROOT));

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
  await cp(fixtures, directory, { recursive: true });
  await cp(toResponse, join(directory, "next/lib/to-response.ts"));
  await cp(join(device, "test/vectors"), join(directory, "device/vectors"), { recursive: true });
  await cp(join(device, "examples/device/keep-keys.ts"), join(directory, "device/keep-keys.ts"));
  await cp(join(device, "test/fixtures/consumer-code.ts"), join(directory, "device-code.ts"));
  await cp(consumerCode, join(directory, "consumer-code.ts"));
  await cp(consumerCode, join(directory, "consumer-code.mts"));
  await cp(declarationCode, join(directory, "declaration-code.ts"));
  await writeFile(join(directory, "package.json"), JSON.stringify(manifest, undefined, 2));
  await runProgram({ directory, mockUrl: "" }, NPM, ["install", "--no-audit", "--no-fund", "--no-package-lock"]);
  return directory;
}
