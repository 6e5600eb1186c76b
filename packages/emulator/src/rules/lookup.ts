import type { Emulation } from "../emulation.ts";
import { patternOfId } from "../ids.ts";
import { refuseInput, refuseReference } from "../refusal.ts";
import type { Account, Credential, Session } from "../state/model.ts";
import { isLive } from "../state/sessions.ts";

const ACCOUNT_ID = new RegExp(patternOfId("InternalAccount"));

/** A list needs an account id of the API's form. */
export function demandAccountId(accountId: string): void {
  if (ACCOUNT_ID.test(accountId)) return;
  throw refuseInput("accountId must be InternalAccount:<UUID>.", { field: "accountId", reason: "not a valid id" });
}

/** The account must exist. */
export function demandAccount({ state }: Emulation, accountId: string): Account {
  const account = state.accounts.get(accountId);
  if (account) return account;
  throw refuseReference("The account does not exist.", { accountId });
}

/** The credential must exist. */
export function demandCredential({ state }: Emulation, id: string): { account: Account; credential: Credential } {
  const account = state.accountOfCredential.get(id);
  const credential = account?.credentials.get(id);
  if (account && credential) return { account, credential };
  throw refuseReference("The credential does not exist.", { id });
}

/** The session must exist, and must not have expired or been revoked. */
export function demandSession(emulation: Emulation, id: string): { account: Account; session: Session } {
  const session = emulation.state.sessions.get(id);
  if (session && isLive(session, emulation.clock.now()))
    return { account: demandAccount(emulation, session.accountId), session };
  throw refuseReference("The session does not exist or has ended.", { id });
}
