import { createHash, randomUUID } from "node:crypto";
import { canonicalJson } from "@grid-sdk/openapi";
import { formatTime } from "../../../clock.ts";
import type { Emulation } from "../../../emulation.ts";
import { refuseInput } from "../../../refusal.ts";
import type { PasskeyCredential } from "../../../state/model.ts";

/**
 * Each challenge of a passkey is new, and depends on the session's key. Older ones stay valid until they expire. It is the
 * hex of a SHA-256, and the device signs the characters.
 */
export function issueKeyChallenge(
  { line, state, clock, settings }: Emulation,
  { id }: PasskeyCredential,
  clientPublicKey: string,
) {
  const requestId = line.formatRequestId(randomUUID());
  const expiresAt = clock.now() + settings.challengeMs;
  const body = { parameters: { targetPublicKey: clientPublicKey }, requestId, timestampMs: String(clock.now()) };
  const challenge = createHash("sha256").update(canonicalJson(body)).digest("hex");
  state.passkeyChallenges.add(requestId, { credentialId: id, challenge, clientPublicKey, expiresAt });
  return { challenge, requestId, expiresAt: formatTime(expiresAt) };
}

/** OpenID Connect tokens have no challenge: a fresh token is enough. */
export function refuseOauthChallenge(): never {
  throw refuseInput("An OAUTH credential has no challenge. Verify it with a fresh OpenID Connect token.", {
    reason: "OAUTH",
  });
}
