import { createHash } from "node:crypto";
import { isCompressedPoint, isUncompressedPoint } from "../../../keys/public-key.ts";
import { Refusal } from "../../../refusal.ts";

/** A client public key is a point of P-256. A compressed one is the session's key, an uncompressed one gets a sealed key. */
export function demandClientPublicKey(clientPublicKey: string): void {
  if (isCompressedPoint(clientPublicKey) || isUncompressedPoint(clientPublicKey)) return;
  throw new Refusal(
    400,
    "INVALID_PUBKEY_FORMAT",
    "clientPublicKey must be a P-256 public key in hex: compressed, 66 characters, or uncompressed, 130 characters.",
    { details: { field: "clientPublicKey", reason: "not a point of P-256" } },
  );
}

/** The challenge of a passkey needs the session's key. */
export function demandKeyForPasskey(clientPublicKey: string | undefined): string {
  if (clientPublicKey !== undefined) return clientPublicKey;
  throw new Refusal(400, "INVALID_INPUT", "clientPublicKey is required for a PASSKEY credential.", {
    details: { field: "clientPublicKey", reason: "missing" },
  });
}

/** The nonce of a token is the SHA-256 of the session's key, of its characters as they were sent, in hex. */
export function demandNonce(nonce: unknown, clientPublicKey: string): void {
  if (nonce === createHash("sha256").update(clientPublicKey).digest("hex")) return;
  throw new Refusal(
    401,
    "UNAUTHORIZED",
    "The nonce of the OpenID Connect token is not the SHA-256 of clientPublicKey, in lower-case hex.",
    { details: { reason: "nonce" } },
  );
}
