import { p256 } from "./p256.ts";
import { readPayload } from "../keys/read-payload.ts";
import { encodeStamp } from "../keys/stamp.ts";
import { readSecret, SESSION, type SessionKey } from "./held-key.ts";
import { needRandom } from "./random.ts";
import { refuseSessionKey } from "./session-key.ts";

/**
 * Signs a `payloadToSign` with the key of a verified session. Resolves to the value of `Grid-Wallet-Signature`. Send it
 * with the `requestId` as `Request-Id`. It signs the unchanged characters: do not parse or decode the payload.
 *
 * Throws a `TypeError` for a value that is not a payload or not a session key, and a `GridDeviceError` `UNSUPPORTED`
 * without `crypto.getRandomValues`.
 *
 * @example
 * ```ts
 * const { payloadToSign, requestId } = await post("/credentials/revoke", { id });
 * const signature = await signPayload(payloadToSign, sessionKey);
 * await post("/credentials/revoke/sign", { id, requestId, signature });
 * ```
 */
export async function signPayload(payloadToSign: string, sessionKey: SessionKey): Promise<string> {
  const message = readPayload(payloadToSign);
  const scalar = readSecret(SESSION, sessionKey);
  if (!scalar) throw refuseSessionKey();
  needRandom();
  return encodeStamp(sessionKey.publicKey, p256.sign(message, scalar));
}
