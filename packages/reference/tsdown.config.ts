import { defineConfig } from "tsdown";
import { base } from "../../tsdown.base.ts";
import { emitRenderer } from "./build/renderer.ts";

// `treeshake` and oxc as in the mock: the types of the private packages are bundled.
export default defineConfig({
  ...base,
  platform: "node",
  shims: true,
  dts: { oxc: true },
  treeshake: { moduleSideEffects: false },
  plugins: [emitRenderer],
});
