import { defineConfig } from "tsdown";
import { base } from "../../tsdown.base.ts";

// Apart, so that each entry is one file: no shared chunk, and declarations that can be read whole.
export default defineConfig([
  { ...base, entry: ["src/index.ts"] },
  { ...base, entry: ["src/passkey.ts"] },
]);
