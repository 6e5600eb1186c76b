import type { UserConfig } from "tsdown";

/** How every published package is built: ESM and CommonJS, each with its own declarations. */
export const base = {
  entry: ["src/index.ts"],
  format: ["esm", "cjs"],
  platform: "neutral",
  target: "node20.19",
  dts: true,
  sourcemap: true,
  fixedExtension: false,
  logLevel: "error",
} satisfies UserConfig;
