import { createPublicKey, ECDH, type KeyObject } from "node:crypto";

/** A P-256 public key in hex, compressed or not, for `node:crypto`. Throws if it is not a point of the curve. */
export function importPublicKey(hex: string): KeyObject {
  const raw = ECDH.convertKey(hex, "prime256v1", "hex", undefined, "uncompressed") as Buffer;
  const [x, y] = [raw.subarray(1, 33).toString("base64url"), raw.subarray(33).toString("base64url")];
  return createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
}

/** A public key in hex in its compressed form, in lower case. */
export function compressPoint(hex: string): string {
  return String(ECDH.convertKey(hex, "prime256v1", "hex", "hex", "compressed"));
}

/** Whether a text is an uncompressed point of P-256 in hex. */
export function isUncompressedPoint(hex: string): boolean {
  return /^04[0-9a-f]{128}$/i.test(hex) && isPoint(hex);
}

/** Whether a text is a compressed point of P-256 in hex. */
export function isCompressedPoint(hex: string): boolean {
  return /^0[23][0-9a-f]{64}$/i.test(hex) && isPoint(hex);
}

function isPoint(hex: string): boolean {
  try {
    return importPublicKey(hex).type === "public";
  } catch {
    return false;
  }
}
