import { readField } from "../bytes/read-field.ts";
import { type DeviceCryptoKey, withSubtle } from "./crypto-key.ts";
import { Point } from "./p256.ts";

/** The key that signs for a session. Plain data with a `CryptoKey`: it can be kept in IndexedDB. */
export interface SessionKey {
  /** Compressed SEC1, hex, 66 characters. Where it goes: `generateSessionKey`. */
  readonly publicKey: string;
  /** ECDSA P-256, not extractable. */
  readonly privateKey: DeviceCryptoKey;
}

/** For whatever is done with a key: WebCrypto reads what it needs. */
export const ECDSA_P256 = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

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
 *
 * @example
 * ```ts
 * const key = await generateSessionKey();
 * const encryptedOtpBundle = await sealOtp(otpEncryptionTargetBundle, otp, key.publicKey);
 * ```
 */
export async function generateSessionKey(): Promise<SessionKey> {
  const { raw, privateKey } = await withSubtle("generate a session key", async (subtle) => {
    const pair = await subtle.generateKey(ECDSA_P256, false, ["sign"]);
    return { raw: await subtle.exportKey("raw", pair.publicKey), privateKey: pair.privateKey };
  });
  return { publicKey: Point.fromBytes(new Uint8Array(raw)).toHex(true), privateKey };
}

/** False for what has been through JSON, and for a client key. */
export function isSessionKey(value: object): value is SessionKey {
  const usages = readField(readField(value, "privateKey"), "usages");
  return typeof readField(value, "publicKey") === "string" && Array.isArray(usages) && usages.includes("sign");
}
