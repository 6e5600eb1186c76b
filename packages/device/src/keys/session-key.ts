import { encodeBase64url } from "../bytes/base64url.ts";
import { type DeviceCryptoKey, getSubtleCrypto } from "./crypto-key.ts";
import { Point } from "./p256.ts";

/** The key that signs for a session. Plain data with a `CryptoKey`: it can be kept in IndexedDB. */
export interface SessionKey {
  /** Compressed SEC1, hex, 66 characters. Where it goes: `generateSessionKey`. */
  readonly publicKey: string;
  /** ECDSA P-256, not extractable. */
  readonly privateKey: DeviceCryptoKey;
}

const ECDSA_P256 = { name: "ECDSA", namedCurve: "P-256" };

/**
 * Makes a session key that never leaves the device, for the line `latest`: the API gets its compressed `publicKey`, and
 * then seals no key. Where `publicKey` goes depends on the credential:
 *
 * - EMAIL_OTP, SMS_OTP: to `sealOtp`
 * - PASSKEY: your backend puts it into the body of the **challenge**, as `clientPublicKey`
 * - OAUTH: into the body of the verification
 * - a refresh: into the body of both requests
 *
 * Throws a `GridDeviceError` `UNSUPPORTED` without WebCrypto.
 */
export async function generateSessionKey(): Promise<SessionKey> {
  const subtle = getSubtleCrypto();
  const { publicKey, privateKey } = await subtle.generateKey(ECDSA_P256, false, ["sign"]);
  const point = Point.fromBytes(new Uint8Array(await subtle.exportKey("raw", publicKey)));
  return { publicKey: point.toHex(true), privateKey };
}

/** False for what has been through JSON, and for a client key. */
export function isSessionKey(value: object): value is SessionKey {
  const { publicKey, privateKey } = Object(value) as Partial<SessionKey>;
  return typeof publicKey === "string" && privateKey?.usages?.includes("sign") === true;
}

/** By JWK: Firefox imports no PKCS#8 without the public key (w3c/webcrypto#356). Throws for what is no scalar. */
export async function importSessionKey(scalar: Uint8Array): Promise<SessionKey> {
  const point = Point.BASE.multiply(Point.Fn.fromBytes(scalar));
  const publicKey = point.toBytes(false);
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: encodeBase64url(publicKey.subarray(1, 33)),
    y: encodeBase64url(publicKey.subarray(33)),
    d: encodeBase64url(scalar),
  };
  const privateKey = await getSubtleCrypto().importKey("jwk", jwk, ECDSA_P256, false, ["sign"]);
  return { publicKey: point.toHex(true), privateKey };
}
