import { GridDeviceError } from "../errors/grid-device-error.ts";
import { readSealedKey, type SessionResponse } from "../keys/session-response.ts";
import { CLIENT, type ClientKey, readSecret, SESSION, type SessionKey } from "./held-key.ts";
import { openSessionKey } from "./open-session-key.ts";

/**
 * Finds the key that signs for a session. If the response of the verification or refresh has an
 * `encryptedSessionSigningKey`, it is the key in it. Otherwise it is the device's own key.
 *
 * @param session the API's `AuthSession` as JSON
 * @param key the key whose `publicKey` you sent to the API: from `generateClientKey()` if the API seals the session's
 * key, otherwise from `generateSessionKey()`
 *
 * Throws a `GridDeviceError`: `NOT_A_SESSION` for any other body, such as `{ status: "PROCESSING" }`; `INVALID_KEY` for
 * a key of the wrong kind; and all errors of `openSessionKey`.
 *
 * @example
 * ```ts
 * const session = await post("/verify", { requestId, encryptedOtpBundle, signature });
 * const sessionKey = await sessionKeyOf(session, key);
 * ```
 */
export async function sessionKeyOf(session: SessionResponse, key: ClientKey | SessionKey): Promise<SessionKey> {
  const sealed = readSealedKey(session);
  if (typeof sealed === "string") {
    if (readSecret(CLIENT, key)) return openSessionKey(sealed, key as ClientKey);
    throw refuse("key comes sealed: expected the key of generateClientKey()");
  }
  if (readSecret(SESSION, key)) return key as SessionKey;
  throw refuse("key does not come sealed: expected the key of generateSessionKey() or importSessionKey()");
}

function refuse(problem: string): GridDeviceError {
  return new GridDeviceError(
    "INVALID_KEY",
    `this session's ${problem} whose publicKey the API got (JSON and copies lose the private key)`,
  );
}
