import type { Emulation } from "../emulation.ts";
import { patternOfId } from "../ids.ts";
import { Refusal } from "../refusal.ts";
import type { Account, Credential, Session } from "../state/model.ts";
import { isLive } from "../state/sessions.ts";

const ACCOUNT_ID = new RegExp(patternOfId("InternalAccount"));

/** A list needs an account id of the API's form. */
export function demandAccountId(accountId: string): void {
  if (ACCOUNT_ID.test(accountId)) return;
  throw new Refusal(400, "INVALID_INPUT", "accountId must be InternalAccount:<UUID>.", {
    details: { field: "accountId", reason: "not a valid id" },
  });
}

/** The account must exist. */
export function demandAccount({ state }: Emulation, accountId: string): Account {
  const account = state.accounts.get(accountId);
  if (account) return account;
  throw new Refusal(404, "REFERENCE_NOT_FOUND", "The account does not exist.", { details: { accountId } });
}

/** The credential must exist. */
export function demandCredential({ state }: Emulation, id: string): { account: Account; credential: Credential } {
  const account = state.accountOfCredential.get(id);
  const credential = account?.credentials.get(id);
  if (account && credential) return { account, credential };
  throw new Refusal(404, "REFERENCE_NOT_FOUND", "The credential does not exist.", { details: { id } });
}

/** The session must exist, and must not have expired or been revoked. */
export function demandSession({ state, clock }: Emulation, id: string): { account: Account; session: Session } {
  const account = state.accountOfSession.get(id);
  const session = account?.sessions.get(id);
  if (account && session && isLive(session, clock.now())) return { account, session };
  throw new Refusal(404, "REFERENCE_NOT_FOUND", "The session does not exist or has ended.", { details: { id } });
}
