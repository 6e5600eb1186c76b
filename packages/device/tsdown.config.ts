import { defineConfig } from "tsdown";
import { collectLicenses } from "../../licenses.base.ts";
import { base } from "../../tsdown.base.ts";
import { ownCurve } from "./build/own-curve.ts";

// Apart, so that each entry is one file: no shared chunk, and declarations that can be read whole.
export default defineConfig([
  { ...base, entry: ["src/index.ts"] },
  { ...base, entry: ["src/passkey.ts"] },
  {
    ...base,
    entry: ["src/native.ts"],
    // Built in as far as it is used: its one file imports every algorithm there is, and Metro leaves out nothing.
    deps: { alwaysBundle: ["@panva/hpke-noble"] },
    treeshake: { moduleSideEffects: false },
    plugins: [ownCurve, collectLicenses("native.js and native.cjs hold", (module) => module.includes("node_modules"))],
  },
]);
