import { fileURLToPath } from "node:url";
import type { Rolldown } from "tsdown";

const P256 = fileURLToPath(new URL("../src/native/p256.ts", import.meta.url));
const IMPORT = "import { p256, p384, p521 } from '@noble/curves/nist.js'";

/**
 * Replaces noble's `nist.js` in hpke-noble with the curve of this package: `nist.js` does not load without `TextEncoder`.
 * The other two curves belong to algorithms that are left out.
 */
export const ownCurve: Rolldown.Plugin = {
  name: "own-curve",
  transform(code: string, id: string) {
    if (!id.includes("hpke-noble")) return undefined;
    if (!code.includes(IMPORT))
      throw new Error(`hpke-noble no longer imports its curves by ${IMPORT}; adapt packages/device/build/own-curve.ts`);
    return code.replace(IMPORT, `import { p256 } from ${JSON.stringify(P256)};\nconst [p384, p521] = [];`);
  },
};
