import { bytesToHex } from "@noble/curves/utils.js";
import { readField } from "../bytes/read-field.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";
import { GridDeviceError } from "../errors/grid-device-error.ts";
import { getSubtleCrypto, withSubtle } from "../keys/crypto-key.ts";
import { createInfo, createSuite, joinKeys } from "../keys/hpke.ts";
import { readPoint } from "../keys/read-point.ts";
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
  if (typeof code !== "string" || code === "")
    throw new GridDeviceError("INVALID_CODE", "code must be what the user typed: a string that is not empty");
  const point = readPoint(publicKey);
  if (!point)
    throw new GridDeviceError(
      "INVALID_KEY",
      "publicKey must be the publicKey of generateSessionKey(): a P-256 public key in hex, 66 or 130 characters",
    );
  // Not by destructuring: a signer that a page's script put on Object.prototype would turn the check off.
  const signers = readSigners(readField(options, "signer") as OtpSigner | undefined);
  const target = await readOtpTarget(otpEncryptionTargetBundle, signers);
  // Turnkey's names and order.
  return seal(JSON.stringify({ otp_code: code, public_key: point.toHex(true) }), target.toBytes(false));
}

async function seal(plaintext: string, recipient: Uint8Array): Promise<string> {
  const suite = createSuite();
  const [encapsulated, ciphertext] = await withSubtle("seal a code", async () => {
    const recipientKey = await suite.DeserializePublicKey(recipient);
    const { encapsulatedSecret, ctx } = await suite.SetupSender(recipientKey, { info: createInfo() });
    const aad = joinKeys(encapsulatedSecret, recipient);
    return [encapsulatedSecret, await ctx.Seal(encodeUtf8(plaintext), aad)] as const;
  });
  return JSON.stringify({ encappedPublic: bytesToHex(encapsulated), ciphertext: bytesToHex(ciphertext) });
}
