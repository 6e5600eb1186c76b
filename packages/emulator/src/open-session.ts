import { describeSession } from "./describe.ts";
import type { Emulation, Result } from "./emulation.ts";
import { makeId } from "./ids.ts";
import { demandCredential } from "./rules/lookup.ts";
import type { ChosenKey } from "./session-key.ts";
import type { Session } from "./state/model.ts";
import { addSession } from "./state/sessions.ts";

/** Opens a session of a credential. */
export function openSession(
  emulation: Emulation,
  credentialId: string,
  { publicKey, ...sealed }: ChosenKey,
  status = 200,
): Result {
  // Looked up again, because it may have been revoked during the verification.
  const { account, credential } = demandCredential(emulation, credentialId);
  const createdAt = emulation.clock.now();
  const session: Session = {
    id: makeId("Session"),
    accountId: account.id,
    credentialId,
    type: credential.type,
    publicKey,
    createdAt,
    expiresAt: createdAt + emulation.settings.sessionMs,
  };
  addSession(emulation.state, session);
  return { status, body: { ...describeSession(emulation, session), ...sealed } };
}
