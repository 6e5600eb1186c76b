import { ecdsa } from "@noble/curves/abstract/weierstrass.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { Point } from "../keys/p256.ts";

/** The same as `p256` of noble's `nist.js`. That file needs `TextEncoder` when it loads. */
export const p256 = /* @__PURE__ */ ecdsa(Point, sha256);
