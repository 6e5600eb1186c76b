import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type UserConfig } from "tsdown";
import { collectLicenses } from "../../licenses.base.ts";
import { base } from "../../tsdown.base.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const own: UserConfig = { ...base, platform: "node" };

const nodeGlobals = fileURLToPath(new URL("build/node-globals.ts", import.meta.url));
/** In Jest's jsdom, these globals are missing, or belong to another realm than Node's own modules. */
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
  // As in the mock: oxc makes the declarations.
  dts: { oxc: true },
  shims: true,
  treeshake: { moduleSideEffects: false },
};

export default defineConfig([
  { ...library, format: ["esm"] },
  // Jest loads no ES modules. Packages that are only ES modules are bundled, and dynamic imports become require.
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
