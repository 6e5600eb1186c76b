import type { Emulation } from "../../../emulation.ts";
import type { Stamp } from "../../../proofs/stamp.ts";
import { demandSession } from "../../../rules/lookup.ts";
import { refuseProof, refuseSignature } from "../../../refusal.ts";
import type { Account, Session } from "../../../state/model.ts";
import { isLive } from "../../../state/sessions.ts";

/** A session must be open to be refreshed. For a while, an ended session gets another error than an unknown one. */
export function demandOpenSession(emulation: Emulation, id: string): { account: Account; session: Session } {
  const { sessions, endedSessions, now } = emulation.state;
  const session = sessions.get(id);
  if ((session && !isLive(session, now())) || endedSessions.peek(id)) {
    throw refuseProof("The session is not open any more. Verify the credential again.");
  }
  return demandSession(emulation, id);
}

/** The session's own key must sign. */
export function demandOwnKey({ publicKey }: Stamp, session: Session): void {
  if (publicKey === session.publicKey) return;
  throw refuseSignature("The signature was not made with the key of the session to refresh.");
}
