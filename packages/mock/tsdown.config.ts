import { defineConfig } from "tsdown";
import { base } from "../../tsdown.base.ts";

export default defineConfig([
  { ...base, platform: "node", shims: true },
  { ...base, platform: "node", entry: ["src/grid-mock.ts"], format: ["esm"], dts: false },
]);
