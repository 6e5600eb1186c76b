import { readBytes } from "../bytes/read-bytes.ts";
import { readField } from "../bytes/read-field.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";

/** A challenge of the API's later form: SHA-256 in lower-case hex, whose characters are the challenge. */
const HEX_DIGEST = /^[0-9a-f]{64}$/;

/**
 * The bytes that an authenticator signs for a `PasskeyAuthChallenge`: the decoded base64url or, in the API's later form,
 * the UTF-8 of its 64 hex characters. The two forms cannot be confused: a random base64url challenge of 64 characters
 * looks like hex once in 2^128.
 */
export function readChallengeBytes(from: { readonly challenge: string }): Uint8Array {
  return HEX_DIGEST.test(String(readField(from, "challenge")))
    ? encodeUtf8(from.challenge)
    : readBytes(from, "challenge");
}
