import { readField } from "../bytes/read-field.ts";
import { GridDeviceError } from "../errors/grid-device-error.ts";
import type { ClientKey } from "./client-key.ts";
import { openSessionKey } from "./open-session-key.ts";
import { isSessionKey, type SessionKey } from "./session-key.ts";

/** What `sessionKeyOf` reads of an `AuthSession`, on either line. */
export interface SessionResponse {
  readonly id: string;
  readonly expiresAt: string;
  readonly encryptedSessionSigningKey?: string | undefined;
}

/**
 * The key that signs for a session, by the response of the verification or refresh that opened it: if that has an
 * `encryptedSessionSigningKey`, the key in it; otherwise the device's own.
 *
 * @param session the API's `AuthSession` as JSON
 * @param key the key whose `publicKey` the API got: of `generateClientKey()` if the session's key comes sealed, of
 * `generateSessionKey()` if not
 *
 * Throws a `GridDeviceError`: `NOT_A_SESSION` for any other body, such as `{ status: "PROCESSING" }`; `INVALID_KEY` for
 * a key of the other kind; what `openSessionKey` throws.
 *
 * @example
 * ```ts
 * const session = await post("/verify", { requestId, encryptedOtpBundle, signature });
 * const sessionKey = await sessionKeyOf(session, key);
 * ```
 */
export async function sessionKeyOf(session: SessionResponse, key: ClientKey | SessionKey): Promise<SessionKey> {
  if (!isSession(session))
    throw new GridDeviceError(
      "NOT_A_SESSION",
      "expected an AuthSession, the body of a completed verification or refresh. If its status is PROCESSING, the API " +
        "is still at work: send the identical signed request again, with the same body, Request-Id and signature",
    );
  const sealed = readField(session, "encryptedSessionSigningKey");
  if (typeof sealed === "string") {
    if (isClientKey(key)) return openSessionKey(sealed, key);
    throw refuse("key comes sealed: expected the key of generateClientKey()");
  }
  if (isSessionKey(key)) return key;
  throw refuse("key does not come sealed: expected the key of generateSessionKey()");
}

/** A passkey's challenge has an id and expires as well. */
function isSession(body: object): body is SessionResponse {
  const [id, expiresAt] = [readField(body, "id"), readField(body, "expiresAt")];
  return typeof id === "string" && typeof expiresAt === "string" && readField(body, "challenge") === undefined;
}

function isClientKey(key: ClientKey | SessionKey): key is ClientKey {
  return "keyPair" in Object(key);
}

function refuse(problem: string): GridDeviceError {
  return new GridDeviceError(
    "INVALID_KEY",
    `this session's ${problem} whose publicKey the API got, kept in IndexedDB (JSON loses it)`,
  );
}
