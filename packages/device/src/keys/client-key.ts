import { type DeviceCryptoKey, getSubtleCrypto } from "./crypto-key.ts";
import { Point } from "./p256.ts";

/** The key that the API seals a session's signing key for. Plain data of `CryptoKey`s: it can be kept in IndexedDB. */
export interface ClientKey {
  /** The `clientPublicKey` of a verification: uncompressed SEC1, hex, 130 characters. */
  readonly publicKey: string;
  /** ECDH P-256, the private half not extractable. */
  readonly keyPair: { readonly publicKey: DeviceCryptoKey; readonly privateKey: DeviceCryptoKey };
}

/**
 * Makes the key pair for one verification. Keep it until `openSessionKey` has opened what the API sealed for it.
 *
 * Throws a `GridDeviceError` `UNSUPPORTED` without WebCrypto.
 */
export async function generateClientKey(): Promise<ClientKey> {
  const subtle = getSubtleCrypto();
  const ecdh = { name: "ECDH", namedCurve: "P-256" };
  const { publicKey, privateKey } = await subtle.generateKey(ecdh, false, ["deriveBits"]);
  const point = Point.fromBytes(new Uint8Array(await subtle.exportKey("raw", publicKey)));
  return { publicKey: point.toHex(false), keyPair: { publicKey, privateKey } };
}
