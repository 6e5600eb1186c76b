import { fileURLToPath } from "node:url";
import type { Rolldown } from "tsdown";

const P256 = fileURLToPath(new URL("../src/native/p256.ts", import.meta.url));
const IMPORT = "import { p256, p384, p521 } from '@noble/curves/nist.js'";

/**
 * Gives hpke-noble the curve of this package in place of noble's `nist.js`, which cannot be loaded without
 * `TextEncoder`. The other two curves are of algorithms that are left out.
 */
export const ownCurve: Rolldown.Plugin = {
  name: "own-curve",
  transform(code: string, id: string) {
    if (!id.includes("hpke-noble")) return undefined;
    if (!code.includes(IMPORT)) throw new Error(`hpke-noble imports its curves in another way: expected ${IMPORT}`);
    return code.replace(IMPORT, `import { p256 } from ${JSON.stringify(P256)};\nconst [p384, p521] = [];`);
  },
};
