import { readField } from "../bytes/read-field.ts";
import { type DeviceCryptoKey, withSubtle } from "./crypto-key.ts";
import { Point } from "./p256.ts";

/** The key that signs for a session. A plain object with a `CryptoKey`: IndexedDB can keep it. */
export interface SessionKey {
  /** Compressed SEC1, hex, 66 characters. `generateSessionKey` describes where to send it. */
  readonly publicKey: string;
  /** ECDSA P-256, not extractable. */
  readonly privateKey: DeviceCryptoKey;
}

/** For all uses of a key: WebCrypto reads the fields that it needs. */
export const ECDSA_P256 = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/**
 * Makes the key of a session on the device, for the line `latest`. The private key never leaves the device. Send the
 * compressed `publicKey` to the API:
 *
 * - EMAIL_OTP, SMS_OTP: pass it to `sealOtp`
 * - PASSKEY: your backend puts it into the body of the **challenge**, as `clientPublicKey`
 * - OAUTH: your backend puts it into the body of the verification, as `clientPublicKey`
 * - a refresh: your backend puts it into the body of both requests, as `clientPublicKey`
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

/** False for a key that JSON has copied, and for a client key. */
export function isSessionKey(value: object): value is SessionKey {
  const usages = readField(readField(value, "privateKey"), "usages");
  return typeof readField(value, "publicKey") === "string" && Array.isArray(usages) && usages.includes("sign");
}
