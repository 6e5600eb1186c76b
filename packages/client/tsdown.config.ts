import { defineConfig } from "tsdown";
import { base } from "../../tsdown.base.ts";

export default defineConfig([
  { ...base, format: ["esm"] },
  // What `require("openapi-fetch")` gives is no function to a package of type "module"; its ES module is taken in.
  { ...base, format: ["cjs"], deps: { alwaysBundle: ["openapi-fetch"] } },
]);
