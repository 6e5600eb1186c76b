import { isUncompressedPoint } from "../../../keys/public-key.ts";
import { refusePublicKey } from "../../../refusal.ts";

/** A session's key is sealed for an uncompressed point of P-256. */
export function demandPublicKey(clientPublicKey: string): void {
  if (isUncompressedPoint(clientPublicKey)) return;
  throw refusePublicKey(
    "clientPublicKey must be an uncompressed P-256 public key in hex: 04, X and Y, 130 characters.",
  );
}
