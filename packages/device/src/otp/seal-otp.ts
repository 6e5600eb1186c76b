import { getSubtleCrypto, withSubtle } from "../keys/crypto-key.ts";
import { sealFor } from "../keys/hpke.ts";
import { verifySignature } from "../keys/signature.ts";
import { createSuite } from "../keys/suite.ts";
import { writeOtp } from "./otp-request.ts";
import type { OtpSigner } from "./otp-signer.ts";
import { readOtpTarget } from "./otp-target.ts";
import { readSigners } from "./read-signers.ts";

export interface SealOtpOptions {
  /**
   * The public key that must have signed the bundle, in hex, compressed or not; or a list of keys. Default:
   * `PRODUCTION_OTP_SIGNER`. With the emulator: `emulator.otpSigner`.
   *
   * `"unverified"` skips the check, for a sandbox that does not publish its signer. Without the check, anyone
   * who can change the bundle on its way to the device can read the code and sign in with it. Never use it in production.
   */
  readonly signer?: OtpSigner | undefined;
}

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
 * is not on the curve; `UNSUPPORTED` without WebCrypto.
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
  // Check this first: without WebCrypto, the signature would seem wrong.
  getSubtleCrypto();
  const plaintext = writeOtp(code, publicKey);
  const signers = readSigners(options);
  const target = await readOtpTarget(otpEncryptionTargetBundle, signers, verifySignature);
  return withSubtle("seal a code", () => sealFor(createSuite(), target.toBytes(false), plaintext));
}
