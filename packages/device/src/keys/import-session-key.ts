import { encodeBase64url } from "../bytes/base64url.ts";
import { cannot, getSubtleCrypto } from "./crypto-key.ts";
import type { Point } from "./p256.ts";
import { ECDSA_P256, type SessionKey } from "./session-key.ts";

/** As a JWK: Firefox does not import PKCS#8 without the public key (w3c/webcrypto#356). */
export async function importSessionKey(scalar: Uint8Array, point: Point): Promise<SessionKey> {
  const publicKey = point.toBytes(false);
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: encodeBase64url(publicKey.subarray(1, 33)),
    y: encodeBase64url(publicKey.subarray(33)),
    d: encodeBase64url(scalar),
  };
  try {
    const privateKey = await getSubtleCrypto().importKey("jwk", jwk, ECDSA_P256, false, ["sign"]);
    return { publicKey: point.toHex(true), privateKey };
  } catch {
    // Without a cause: the message of a polyfill may contain the key.
    throw cannot("import a session key");
  }
}
