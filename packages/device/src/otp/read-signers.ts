import { readField } from "../bytes/read-field.ts";
import { GridDeviceError } from "../errors/grid-device-error.ts";
import type { Point } from "../keys/p256.ts";
import { readPoint } from "../keys/read-point.ts";
import { type OtpSigner, PRODUCTION_OTP_SIGNER } from "./otp-signer.ts";

/**
 * The keys that may sign a bundle, or undefined for no check. Throws `INVALID_KEY` for a value that is not a key. It does
 * not destructure the options: a signer that a script put on `Object.prototype` would turn the check off.
 */
export function readSigners(options: object): readonly Point[] | undefined {
  const given = readField(options, "signer") as OtpSigner | undefined;
  const signer = given === undefined ? PRODUCTION_OTP_SIGNER : given;
  if (signer === "unverified") return undefined;
  const keys: readonly unknown[] = Array.isArray(signer) ? signer : [signer];
  const points = keys.map(readPoint).filter((point) => point !== undefined);
  if (points.length > 0 && points.length === keys.length) return points;
  throw new GridDeviceError(
    "INVALID_KEY",
    'options.signer must be a P-256 public key in hex (66 or 130 characters), a list of at least one, or "unverified"',
  );
}
