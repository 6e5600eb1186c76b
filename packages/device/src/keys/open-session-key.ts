import { GridDeviceError } from "../errors/grid-device-error.ts";
import type { ClientKey } from "./client-key.ts";
import { getSubtleCrypto } from "./crypto-key.ts";
import { openSealedKey } from "./sealed-key.ts";
import { importSessionKey, type SessionKey } from "./session-key.ts";

/**
 * Opens the `encryptedSessionSigningKey` of a verification with the client key whose `publicKey` was its
 * `clientPublicKey`. The API sends it once: keep the result, not the sealed key.
 *
 * Throws a `GridDeviceError`: `UNOPENABLE_KEY`, one and the same for a wrong client key and for damage of any kind;
 * `UNSUPPORTED` without WebCrypto.
 */
export async function openSessionKey(encryptedSessionSigningKey: string, clientKey: ClientKey): Promise<SessionKey> {
  // Asked first, so that its absence is not taken for a damaged key.
  getSubtleCrypto();
  try {
    const scalar = await openSealedKey(encryptedSessionSigningKey, clientKey);
    try {
      return await importSessionKey(scalar);
    } finally {
      scalar.fill(0);
    }
  } catch {
    // Without the cause: what libraries say may hold what they were given.
    throw new GridDeviceError(
      "UNOPENABLE_KEY",
      "the session key cannot be opened: it is damaged, or was sealed for another client key; verify the credential " +
        "again with the publicKey of a client key that you keep (in IndexedDB: JSON loses its keys)",
    );
  }
}
