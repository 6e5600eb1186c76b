import { p256 } from "./p256.ts";
import { bytesToHex, hexToBytes } from "@noble/curves/utils.js";
import { GridDeviceError } from "../errors/grid-device-error.ts";
import { readScalar } from "../keys/read-scalar.ts";
import { holdKey, readSecret, SESSION, type SessionKey } from "./held-key.ts";
import { createSeed, needRandom } from "./random.ts";

/**
 * Makes the key of a session on the device, for the line `latest`. Send the compressed `publicKey` to the API:
 *
 * - EMAIL_OTP, SMS_OTP: pass it to `sealOtp`
 * - PASSKEY: your backend puts it into the body of the **challenge**, as `clientPublicKey`
 * - OAUTH: your backend puts it into the body of the verification, as `clientPublicKey`
 * - a refresh: your backend puts it into the body of both requests, as `clientPublicKey`
 *
 * Throws a `GridDeviceError` `UNSUPPORTED` without `crypto.getRandomValues`.
 *
 * @example
 * ```ts
 * const key = await generateSessionKey();
 * const encryptedOtpBundle = await sealOtp(otpEncryptionTargetBundle, otp, key.publicKey);
 * ```
 */
export async function generateSessionKey(): Promise<SessionKey> {
  const scalar = p256.utils.randomSecretKey(createSeed());
  return holdKey(SESSION, bytesToHex(p256.getPublicKey(scalar)), scalar);
}

/**
 * The private key of a session as a string for the phone's secure store: 64 hex characters. Anyone who has it can sign
 * for the session until the session ends. Do not put it into AsyncStorage, a log or a request.
 *
 * Throws a `TypeError` for a value that is not a session key.
 *
 * @example
 * ```ts
 * await SecureStore.setItemAsync("session-key", await exportSessionKey(sessionKey));
 * ```
 */
export async function exportSessionKey(sessionKey: SessionKey): Promise<string> {
  const scalar = readSecret(SESSION, sessionKey);
  if (scalar) return bytesToHex(scalar);
  throw refuseSessionKey();
}

/**
 * Reads the key that `exportSessionKey` wrote for the phone's secure store.
 *
 * Throws a `GridDeviceError`: `INVALID_KEY` for any other string, which the error never contains; `UNSUPPORTED` without
 * `crypto.getRandomValues`.
 *
 * @example
 * ```ts
 * const exported = await SecureStore.getItemAsync("session-key");
 * const sessionKey = exported === null ? undefined : await importSessionKey(exported);
 * ```
 */
export async function importSessionKey(exported: string): Promise<SessionKey> {
  needRandom();
  const scalar = readHex(exported);
  const point = scalar && readScalar(scalar);
  if (scalar && point) return holdKey(SESSION, point.toHex(true), scalar);
  throw new GridDeviceError("INVALID_KEY", "expected the result of exportSessionKey: 64 hex characters");
}

export function refuseSessionKey(): TypeError {
  return new TypeError(
    "sessionKey must be the result of sessionKeyOf, generateSessionKey or importSessionKey; to keep it, use " +
      "exportSessionKey: JSON and copies lose the key",
  );
}

function readHex(text: string): Uint8Array | undefined {
  try {
    return hexToBytes(text);
  } catch {
    return undefined;
  }
}
