import { encodeUtf8 } from "../bytes/utf8.ts";
import { getSubtleCrypto, withSubtle } from "./crypto-key.ts";
import { isSessionKey, type SessionKey } from "./session-key.ts";
import { encodeStamp } from "./stamp.ts";

/**
 * Signs a `payloadToSign` with the key of a verified session. Resolves to the value of `Grid-Wallet-Signature`, to be
 * sent with the `requestId` as `Request-Id`. The payload's characters are signed as they are: do not parse or decode it.
 *
 * Throws a `TypeError` for what is no payload or no session key, a `GridDeviceError` `UNSUPPORTED` without WebCrypto.
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
  if (typeof payloadToSign !== "string" || payloadToSign === "")
    throw new TypeError("payloadToSign must be the string of the API's 202 response");
  if (!isSessionKey(sessionKey))
    throw new TypeError(
      "sessionKey must be what openSessionKey or generateSessionKey gave; keep it in IndexedDB, JSON loses its key",
    );
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  const signature = await withSubtle("sign", (subtle) =>
    subtle.sign(algorithm, sessionKey.privateKey, encodeUtf8(payloadToSign)),
  );
  return encodeStamp(sessionKey.publicKey, new Uint8Array(signature));
}
