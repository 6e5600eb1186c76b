import { makeId } from "../ids.ts";
import type { Account, Credential, CredentialDraft } from "./model.ts";
import { removeSession } from "./sessions.ts";
import type { State } from "./state.ts";

/** An account's credentials, oldest first. */
export function listCredentials(account: Account | undefined): Credential[] {
  return [...(account?.credentials.values() ?? [])];
}

/** Adds a credential to an account, and remembers the challenge that it was registered with. `id`: of a seed. */
export function addCredential(
  state: State,
  account: Account,
  draft: CredentialDraft,
  now: number,
  id = makeId("AuthMethod"),
): Credential {
  const credential: Credential = { ...draft, id, accountId: account.id, createdAt: now };
  account.credentials.set(id, credential);
  state.accountOfCredential.set(id, account);
  if (credential.type === "PASSKEY" && credential.registrationChallenge !== undefined)
    account.registrationChallenges.add(credential.registrationChallenge);
  return credential;
}

/** Removes a credential, and ends the sessions that it has opened. */
export function removeCredential(state: State, account: Account, id: string): void {
  account.credentials.delete(id);
  state.accountOfCredential.delete(id);
  for (const session of state.sessions.values()) if (session.credentialId === id) removeSession(state, session.id);
}
