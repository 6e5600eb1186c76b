import { createPublicKey, ECDH, type KeyObject } from "node:crypto";

/** A public key in hex, compressed or not, as a `KeyObject` of node:crypto. */
export function describePublicKey(hex: string): KeyObject {
  const raw = ECDH.convertKey(hex, "prime256v1", "hex", undefined, "uncompressed") as Buffer;
  const [x, y] = [raw.subarray(1, 33).toString("base64url"), raw.subarray(33).toString("base64url")];
  return createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
}
