import { defineConfig } from "tsdown";
import { base } from "../../tsdown.base.ts";

export default defineConfig([
  // Eager, for the types of the contract, which is bundled. Without `treeshake` the declarations import Prism's for nothing, and those do not compile strictly.
  { ...base, dts: { eager: true }, platform: "node", shims: true, treeshake: { moduleSideEffects: false } },
  { ...base, platform: "node", entry: ["src/grid-mock.ts"], format: ["esm"], dts: false },
]);
