import { ecdsa } from "@noble/curves/abstract/weierstrass.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { Point } from "../keys/p256.ts";

/** What noble's `nist.js` exports by this name. That file makes other things too when it loads, with `TextEncoder`. */
export const p256 = /* @__PURE__ */ ecdsa(Point, sha256);
