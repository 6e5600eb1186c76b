import { encodeBase64url } from "../bytes/base64url.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";
import { toDer } from "./signature.ts";

// Turnkey's API key stamp, which the API uses. Its s can be high or low, as in Turnkey's own stampers.
const SCHEME = "SIGNATURE_SCHEME_TK_API_P256";

/** A stamp with WebCrypto's signature: r and s, 32 bytes each. */
export function encodeStamp(publicKey: string, signature: Uint8Array): string {
  const stamp = { publicKey, scheme: SCHEME, signature: toDer(signature) };
  return encodeBase64url(encodeUtf8(JSON.stringify(stamp)));
}
