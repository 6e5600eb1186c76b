import { readFileSync } from "node:fs";
import { defineConfig, type UserConfig } from "tsdown";
import { base, baseOfLines, lines } from "../../tsdown.base.ts";
import { besideEngine, prismEngine } from "./build/prism-engine.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const own: UserConfig = { ...base, platform: "node", plugins: [besideEngine] };

export default defineConfig([
  { ...base, ...prismEngine },
  // Without `treeshake` the declarations import Prism's for nothing. oxc, which needs no program: TypeScript's own
  // emitter does not come to an end on the private packages, whose types are bundled.
  {
    ...own,
    entry: baseOfLines.entry,
    // Jest loads no ES modules, so dynamic imports become require.
    outputOptions: { dynamicImportInCjs: false },
    dts: { oxc: true },
    shims: true,
    treeshake: { moduleSideEffects: false },
  },
  {
    ...own,
    entry: ["src/grid-mock.ts"],
    format: ["esm"],
    dts: false,
    define: { __VERSION__: JSON.stringify(version), __LINES__: JSON.stringify(lines) },
  },
]);
