import { readFileSync } from "node:fs";
import { defineConfig, type UserConfig } from "tsdown";
import { base } from "../../tsdown.base.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const own: UserConfig = { ...base, platform: "node" };

export default defineConfig([
  // As the mock: oxc, which needs no program for the types of the private packages that are bundled.
  {
    ...own,
    entry: ["src/index.ts", "src/latest.ts"],
    dts: { oxc: true },
    shims: true,
    treeshake: { moduleSideEffects: false },
  },
  {
    ...own,
    entry: ["src/grid-emulator.ts"],
    format: ["esm"],
    dts: false,
    define: { __VERSION__: JSON.stringify(version) },
  },
]);
