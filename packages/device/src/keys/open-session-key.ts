import type { ClientKey } from "./client-key.ts";
import { getSubtleCrypto } from "./crypto-key.ts";
import { importSessionKey } from "./import-session-key.ts";
import { readScalar } from "./read-scalar.ts";
import { openSealedKey, refuseSealedKey } from "./sealed-key.ts";
import type { SessionKey } from "./session-key.ts";

/**
 * Opens the `encryptedSessionSigningKey` of a verification with the client key whose `publicKey` was its
 * `clientPublicKey`. The API sends it once: keep the result, not the sealed key.
 *
 * Throws a `GridDeviceError`: `UNOPENABLE_KEY`, the same for a wrong client key and for damage of any kind;
 * `UNSUPPORTED` if WebCrypto is missing or cannot open the key. `cause` is WebCrypto's error.
 *
 * @example
 * ```ts
 * const { encryptedSessionSigningKey } = await post("/verify", { otp, clientPublicKey: clientKey.publicKey });
 * const sessionKey = await openSessionKey(encryptedSessionSigningKey, clientKey);
 * ```
 */
export async function openSessionKey(encryptedSessionSigningKey: string, clientKey: ClientKey): Promise<SessionKey> {
  // Check this first: without WebCrypto, the key would seem damaged.
  getSubtleCrypto();
  const scalar = await openSealedKey(encryptedSessionSigningKey, clientKey);
  try {
    const point = readScalar(scalar);
    if (!point) throw refuseSealedKey();
    return await importSessionKey(scalar, point);
  } finally {
    scalar.fill(0);
  }
}
