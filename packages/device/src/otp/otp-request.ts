import { encodeUtf8 } from "../bytes/utf8.ts";
import { GridDeviceError } from "../errors/grid-device-error.ts";
import { readPoint } from "../keys/read-point.ts";

/** The plaintext of the seal, with Turnkey's names and order. Throws `INVALID_CODE` or `INVALID_KEY`. */
export function writeOtp(code: string, publicKey: string): Uint8Array {
  if (typeof code !== "string" || code === "")
    throw new GridDeviceError("INVALID_CODE", "code must be what the user typed: a string that is not empty");
  const point = readPoint(publicKey);
  if (!point)
    throw new GridDeviceError(
      "INVALID_KEY",
      "publicKey must be the publicKey of generateSessionKey(): a P-256 public key in hex, 66 or 130 characters",
    );
  return encodeUtf8(JSON.stringify({ otp_code: code, public_key: point.toHex(true) }));
}
