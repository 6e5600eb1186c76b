import { createHash } from "node:crypto";
import { isCompressedPoint, isUncompressedPoint } from "../../../keys/public-key.ts";
import { refuseInput, refuseProof, refusePublicKey } from "../../../refusal.ts";

/** A client public key is a point of P-256. A compressed one is the session's key, an uncompressed one gets a sealed key. */
export function demandClientPublicKey(clientPublicKey: string): void {
  if (isCompressedPoint(clientPublicKey) || isUncompressedPoint(clientPublicKey)) return;
  throw refusePublicKey(
    "clientPublicKey must be a P-256 public key in hex: compressed, 66 characters, or uncompressed, 130 characters.",
  );
}

/** The challenge of a passkey needs the session's key. */
export function demandKeyForPasskey(clientPublicKey: string | undefined): string {
  if (clientPublicKey !== undefined) return clientPublicKey;
  throw refuseInput("clientPublicKey is required for a PASSKEY credential.", {
    field: "clientPublicKey",
    reason: "missing",
  });
}

/** The nonce of a token is the SHA-256 of the session's key, of its characters as they were sent, in hex. */
export function demandNonce(nonce: unknown, clientPublicKey: string): void {
  if (nonce === createHash("sha256").update(clientPublicKey).digest("hex")) return;
  throw refuseProof("The nonce of the OpenID Connect token is not the SHA-256 of clientPublicKey, in lower-case hex.", {
    reason: "nonce",
  });
}
