import { defineConfig } from "tsdown";
import { base } from "../../tsdown.base.ts";

export default defineConfig([
  // Without it the declarations import Prism's for nothing, and those do not compile strictly.
  { ...base, platform: "node", shims: true, treeshake: { moduleSideEffects: false } },
  { ...base, platform: "node", entry: ["src/grid-mock.ts"], format: ["esm"], dts: false },
]);
