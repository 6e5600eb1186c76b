import { DER } from "@noble/curves/abstract/weierstrass.js";
import { hexToBytes } from "@noble/curves/utils.js";
import { withSubtle } from "./crypto-key.ts";
import { Point } from "./p256.ts";
import { ECDSA_P256 } from "./session-key.ts";

const SCALAR_BYTES = 32;

/** WebCrypto's signature (r and s, 32 bytes each) as DER in hex. It does not normalise s. */
export function toDer(raw: Uint8Array): string {
  const r = Point.Fn.fromBytes(raw.subarray(0, SCALAR_BYTES));
  const s = Point.Fn.fromBytes(raw.subarray(SCALAR_BYTES));
  return DER.hexFromSig({ r, s });
}

/** Verifies the signer's signature (DER in hex) over the SHA-256 of the message. S can be high or low. */
export async function verifySignature(signer: Point, der: unknown, message: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const raw = toRaw(der);
  if (!raw) return false;
  return withSubtle("verify a signature", async (subtle) => {
    // Uncompressed: Firefox and WebKit cannot decompress a point.
    const key = await subtle.importKey("raw", Uint8Array.from(signer.toBytes(false)), ECDSA_P256, true, ["verify"]);
    return subtle.verify(ECDSA_P256, key, raw, message);
  });
}

function toRaw(der: unknown): Uint8Array<ArrayBuffer> | undefined {
  try {
    const { r, s } = DER.toSig(hexToBytes(der as string));
    return Uint8Array.from([...Point.Fn.toBytes(r), ...Point.Fn.toBytes(s)]);
  } catch {
    return undefined;
  }
}
