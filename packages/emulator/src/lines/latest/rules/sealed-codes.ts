import type { Emulation } from "../../../emulation.ts";
import { openOtpSeal, type OtpSeal, readOtpSeal } from "../../../keys/open-otp-seal.ts";
import { compressPoint, isCompressedPoint, isUncompressedPoint } from "../../../keys/public-key.ts";
import type { Stamp } from "../../../proofs/stamp.ts";
import { refuseInput, refuseProof, refuseRate, refuseSignature } from "../../../refusal.ts";
import type { IssuedCode, OtpCredential, PendingRequest } from "../../../state/model.ts";

/** The content of a seal, and the code that it is for. */
export interface OpenedSeal {
  readonly issued: IssuedCode;
  readonly code: unknown;
  readonly publicKey: unknown;
}

/** A sealed code must have the form of HPKE libraries. */
export function demandSeal(encryptedOtpBundle: string): OtpSeal {
  const seal = readOtpSeal(encryptedOtpBundle);
  if (seal) return seal;
  throw refuseInput(
    "encryptedOtpBundle is not the JSON { encappedPublic, ciphertext } of an uncompressed P-256 key and a ciphertext, in hex.",
    { field: "encryptedOtpBundle", reason: "not a sealed code" },
  );
}

/** A seal must open with the target of a code that can still be used. */
export async function openSeal(credential: OtpCredential, seal: OtpSeal): Promise<OpenedSeal> {
  if (credential.codes.length === 0) {
    throw refuseProof("No code is pending for this credential. Ask for a challenge.");
  }
  for (const issued of credential.codes) {
    const opened = issued.target && (await openOtpSeal(seal, issued.target));
    if (opened) return { issued, code: opened["otp_code"], publicKey: opened["public_key"] };
  }
  throw refuseProof(
    "encryptedOtpBundle does not open: seal { otp_code, public_key } to the otpEncryptionTargetBundle of the latest challenge.",
  );
}

/** The key in a seal must be a compressed point of P-256, as in production. This is checked before the code. */
export function demandSealedKey({ settings }: Emulation, publicKey: unknown): string {
  const key = typeof publicKey === "string" ? publicKey : "";
  if (isCompressedPoint(key)) return key.toLowerCase();
  if (settings.acceptUncompressedOtpKey && isUncompressedPoint(key)) return compressPoint(key);
  throw refuseInput(
    "Invalid wallet request: public_key in the seal must be a compressed P-256 key in hex: 02 or 03 and X, 66 characters.",
    { field: "encryptedOtpBundle", reason: "Invalid wallet request." },
  );
}

/** A code works once, until it expires or until too many wrong codes were tried. */
export function useSealedCode(
  { clock, settings }: Emulation,
  credential: OtpCredential,
  issued: IssuedCode,
  code: unknown,
): void {
  const now = clock.now();
  // Another request may have used it while the seal was opened.
  if (!credential.codes.includes(issued)) throw refuseProof("The code was used or replaced.");
  if (issued.expiresAt <= now) throw refuseProof("The code has expired. Ask for a challenge.");
  if (issued.wrong >= settings.codeAttempts) {
    throw refuseRate("Too many wrong codes. Ask for a challenge to get a new code.", issued.expiresAt - now);
  }
  if (issued.value !== code) {
    issued.wrong += 1;
    throw refuseProof("The one-time password is wrong.", { reason: "Invalid OTP code" });
  }
  credential.codes = [];
}

/** Only the key that was sealed with the code may sign the token. */
export function demandBoundKey({ publicKey }: Stamp, { signer }: PendingRequest): void {
  if (publicKey === signer) return;
  throw refuseSignature("The signature was not made with the key that was sealed with the code.");
}
