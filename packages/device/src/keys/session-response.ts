import { readField } from "../bytes/read-field.ts";
import { GridDeviceError } from "../errors/grid-device-error.ts";

/** The fields of an `AuthSession` that `sessionKeyOf` reads, on either line. */
export interface SessionResponse {
  readonly id: string;
  readonly expiresAt: string;
  readonly encryptedSessionSigningKey?: string | undefined;
}

/** The sealed key in the body of a response, if there is one. Throws `NOT_A_SESSION` for any other body. */
export function readSealedKey(session: SessionResponse): unknown {
  if (!isSession(session))
    throw new GridDeviceError(
      "NOT_A_SESSION",
      "expected an AuthSession, the body of a completed verification or refresh. If its status is PROCESSING, the API " +
        "is still at work: retry the identical signed request, with the same body, Request-Id and signature",
    );
  return readField(session, "encryptedSessionSigningKey");
}

/** A passkey's challenge also has an id and an expiry. */
function isSession(body: object): body is SessionResponse {
  const [id, expiresAt] = [readField(body, "id"), readField(body, "expiresAt")];
  return typeof id === "string" && typeof expiresAt === "string" && readField(body, "challenge") === undefined;
}
