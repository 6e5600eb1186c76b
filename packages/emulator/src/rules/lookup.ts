import type { Emulation } from "../emulation.ts";
import { patternOfId } from "../ids.ts";
import { Refusal } from "../refusal.ts";
import type { Account, Credential, Session } from "../state/model.ts";
import { isLive } from "../state/sessions.ts";

const ACCOUNT_ID = new RegExp(patternOfId("InternalAccount"));

/** A list wants an account id of the API's form. */
export function demandAccountId(accountId: string): void {
  if (ACCOUNT_ID.test(accountId)) return;
  throw new Refusal(400, "INVALID_INPUT", "accountId must be InternalAccount: and a UUID.", {
    details: { field: "accountId", reason: "not a valid id" },
  });
}

/** Credentials are registered for accounts that exist. */
export function demandAccount({ state }: Emulation, accountId: string): Account {
  const account = state.accounts.get(accountId);
  if (account) return account;
  throw new Refusal(404, "REFERENCE_NOT_FOUND", "The account does not exist.", { details: { accountId } });
}

/** What is challenged, verified and revoked exists. */
export function demandCredential({ state }: Emulation, id: string): { account: Account; credential: Credential } {
  const account = state.accountOfCredential.get(id);
  const credential = account?.credentials.get(id);
  if (account && credential) return { account, credential };
  throw new Refusal(404, "REFERENCE_NOT_FOUND", "The credential does not exist.", { details: { id } });
}

/** A session that has expired or was revoked is none any more. */
export function demandSession({ state, clock }: Emulation, id: string): { account: Account; session: Session } {
  const account = state.accountOfSession.get(id);
  const session = account?.sessions.get(id);
  if (account && session && isLive(session, clock.now())) return { account, session };
  throw new Refusal(404, "REFERENCE_NOT_FOUND", "The session does not exist, or is over.", { details: { id } });
}
