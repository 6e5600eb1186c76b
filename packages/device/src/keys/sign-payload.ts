import { getSubtleCrypto, withSubtle } from "./crypto-key.ts";
import { readPayload } from "./read-payload.ts";
import { ECDSA_P256, isSessionKey, type SessionKey } from "./session-key.ts";
import { encodeStamp } from "./stamp.ts";

/**
 * Signs a `payloadToSign` with the key of a verified session. Resolves to the value of `Grid-Wallet-Signature`. Send it
 * with the `requestId` as `Request-Id`. It signs the unchanged characters: do not parse or decode the payload.
 *
 * Throws a `TypeError` for a value that is not a payload or not a session key, and a `GridDeviceError` `UNSUPPORTED`
 * without WebCrypto.
 *
 * @example
 * ```ts
 * const { payloadToSign, requestId } = await post("/credentials/revoke", { id });
 * const signature = await signPayload(payloadToSign, sessionKey);
 * await post("/credentials/revoke/sign", { id, requestId, signature });
 * ```
 */
export async function signPayload(payloadToSign: string, sessionKey: SessionKey): Promise<string> {
  getSubtleCrypto();
  const message = readPayload(payloadToSign);
  if (!isSessionKey(sessionKey))
    throw new TypeError(
      "sessionKey must be the result of openSessionKey, generateSessionKey or sessionKeyOf; keep it in IndexedDB, because JSON loses its key",
    );
  const signature = await withSubtle("sign", (subtle) => subtle.sign(ECDSA_P256, sessionKey.privateKey, message));
  return encodeStamp(sessionKey.publicKey, new Uint8Array(signature));
}
