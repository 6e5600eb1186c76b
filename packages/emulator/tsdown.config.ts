import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type UserConfig } from "tsdown";
import { collectLicenses } from "../../licenses.base.ts";
import { base } from "../../tsdown.base.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const own: UserConfig = { ...base, platform: "node" };

const nodeGlobals = fileURLToPath(new URL("build/node-globals.ts", import.meta.url));
/** Where Jest plays a browser, these are missing, or of another realm than what Node's own modules take and make. */
const inject = {
  TextDecoder: [nodeGlobals, "NodeTextDecoder"],
  TextEncoder: [nodeGlobals, "NodeTextEncoder"],
  URL: [nodeGlobals, "NodeUrl"],
  Uint8Array: [nodeGlobals, "NodeBytes"],
  crypto: [nodeGlobals, "webcrypto"],
  structuredClone: [nodeGlobals, "cloneValue"],
} satisfies Record<string, [string, string]>;

const library: UserConfig = {
  ...own,
  entry: ["src/index.ts", "src/latest.ts"],
  // As the mock: oxc, which needs no program for the types of the private packages that are bundled.
  dts: { oxc: true },
  shims: true,
  treeshake: { moduleSideEffects: false },
};

export default defineConfig([
  { ...library, format: ["esm"] },
  // Jest loads no ES modules: what is nothing else is built in, and what is loaded later is required.
  {
    ...library,
    format: ["cjs"],
    inputOptions: { transform: { inject } },
    outputOptions: { dynamicImportInCjs: false },
    deps: { alwaysBundle: [/^(@scure\/base|hpke|jose)$/] },
    plugins: [collectLicenses("The files *.cjs have", (module) => module.includes("node_modules"))],
  },
  {
    ...own,
    entry: ["src/grid-emulator.ts"],
    format: ["esm"],
    dts: false,
    define: { __VERSION__: JSON.stringify(version) },
  },
]);
