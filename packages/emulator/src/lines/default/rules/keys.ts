import { isUncompressedPoint } from "../../../keys/public-key.ts";
import { Refusal } from "../../../refusal.ts";

/** A session's key is sealed for an uncompressed point of P-256. */
export function demandPublicKey(clientPublicKey: string): void {
  if (isUncompressedPoint(clientPublicKey)) return;
  throw new Refusal(
    400,
    "INVALID_PUBKEY_FORMAT",
    "clientPublicKey must be an uncompressed P-256 public key in hex: 04, X and Y, 130 characters.",
    { details: { field: "clientPublicKey", reason: "not a point of P-256" } },
  );
}
