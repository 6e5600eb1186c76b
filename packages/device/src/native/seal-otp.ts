import { p256 } from "./p256.ts";
import { hexToBytes } from "@noble/curves/utils.js";
import { sealFor } from "../keys/hpke.ts";
import type { Point } from "../keys/p256.ts";
import { writeOtp } from "../otp/otp-request.ts";
import { readOtpTarget } from "../otp/otp-target.ts";
import { readSigners } from "../otp/read-signers.ts";
import type { SealOtpOptions } from "../otp/seal-otp.ts";
import { needRandom } from "./random.ts";
import { createSuite } from "./suite.ts";

/**
 * Seals a one-time password together with the device's public key. Resolves to the `encryptedOtpBundle` of an EMAIL_OTP
 * or SMS_OTP verification on the line `latest`: a JSON string. Send it unchanged, and the same in both requests.
 *
 * @param otpEncryptionTargetBundle the unchanged string in the response of the challenge operation
 * @param code what the user typed, of any length. It is sealed unchanged, so trim spaces first
 * @param publicKey the `publicKey` of `generateSessionKey()`, whose key becomes the session's. Hex, compressed or not. It
 * is sealed compressed, because production rejects the other form
 *
 * Throws a `GridDeviceError`, which never contains the code: `UNTRUSTED_BUNDLE` for a bundle that is not valid, that
 * another key signed, or that has no target on the curve; `INVALID_CODE`; `INVALID_KEY` for a public key or signer that
 * is not on the curve; `UNSUPPORTED` without `crypto.getRandomValues`.
 *
 * @example
 * ```ts
 * const key = await generateSessionKey();
 * const encryptedOtpBundle = await sealOtp(otpEncryptionTargetBundle, otp, key.publicKey);
 * const { payloadToSign, requestId } = await post("/verify", { encryptedOtpBundle });
 * ```
 */
export async function sealOtp(
  otpEncryptionTargetBundle: string,
  code: string,
  publicKey: string,
  options: SealOtpOptions = {},
): Promise<string> {
  needRandom();
  const plaintext = writeOtp(code, publicKey);
  const signers = readSigners(options);
  const target = await readOtpTarget(otpEncryptionTargetBundle, signers, verifySignature);
  return sealFor(createSuite(), target.toBytes(false), plaintext);
}

/** S can be high or low. */
function verifySignature(signer: Point, der: unknown, message: Uint8Array): boolean {
  try {
    return p256.verify(hexToBytes(der as string), message, signer.toBytes(false), { format: "der", lowS: false });
  } catch {
    return false;
  }
}
