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
   * The public key that must have signed the bundle, in hex of either form, or a list of them. Default:
   * `PRODUCTION_OTP_SIGNER`. Against the emulator: `emulator.otpSigner`.
   *
   * `"unverified"` skips the check, for a sandbox that does not publish its signer. Without the check, whoever can
   * change the bundle on its way to the device can read the code, and sign in with it. Never use it in production.
   */
  readonly signer?: OtpSigner | undefined;
}

/**
 * Seals a one-time password together with the device's public key. Resolves to the `encryptedOtpBundle` of an EMAIL_OTP
 * or SMS_OTP verification on the line `latest`: a string of JSON, to be sent as it is, and the same on both requests.
 *
 * @param otpEncryptionTargetBundle the string in the response to the challenge, as it is
 * @param code what the user typed, of any length. It is sealed as it is: trim it before, if it may have spaces around it
 * @param publicKey the `publicKey` of `generateSessionKey()`, whose key then is the session's. Hex of either form;
 * sealed compressed, since production refuses the other form
 *
 * Throws a `GridDeviceError`, which never holds the code: `UNTRUSTED_BUNDLE` for a bundle that cannot be read, that
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
  // Asked first, so that its absence is not taken for a wrong signature.
  getSubtleCrypto();
  const plaintext = writeOtp(code, publicKey);
  const signers = readSigners(options);
  const target = await readOtpTarget(otpEncryptionTargetBundle, signers, verifySignature);
  return withSubtle("seal a code", () => sealFor(createSuite(), target.toBytes(false), plaintext));
}
