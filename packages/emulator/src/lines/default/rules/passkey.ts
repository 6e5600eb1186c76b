import { randomBytes, randomUUID } from "node:crypto";
import { formatTime } from "../../../clock.ts";
import type { Emulation } from "../../../emulation.ts";
import type { PasskeyCredential } from "../../../state/model.ts";

/** Each challenge of a passkey is new. Older ones stay valid until they expire. */
export function issuePasskeyChallenge({ state, clock, settings }: Emulation, { id }: PasskeyCredential) {
  const requestId = randomUUID();
  const challenge = randomBytes(24).toString("base64url");
  const expiresAt = clock.now() + settings.challengeMs;
  state.passkeyChallenges.add(requestId, { credentialId: id, challenge, clientPublicKey: undefined, expiresAt });
  return { challenge, requestId, expiresAt: formatTime(expiresAt) };
}
