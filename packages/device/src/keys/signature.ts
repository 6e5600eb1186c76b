import { DER } from "@noble/curves/abstract/weierstrass.js";
import { Point } from "./p256.ts";

const SCALAR_BYTES = 32;

/** WebCrypto's signature, r and s of 32 bytes each, as DER in hex. S stays in the half that it is in. */
export function toDer(raw: Uint8Array): string {
  const r = Point.Fn.fromBytes(raw.subarray(0, SCALAR_BYTES));
  const s = Point.Fn.fromBytes(raw.subarray(SCALAR_BYTES));
  return DER.hexFromSig({ r, s });
}
