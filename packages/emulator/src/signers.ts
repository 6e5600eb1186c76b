import type { CheckSigner, Emulation } from "./emulation.ts";
import { demandSigner } from "./rules/signed-requests.ts";
import type { Account } from "./state/model.ts";
import { listSessions } from "./state/sessions.ts";

/** Any open session of the account may sign, but not a session of `notBy`, the credential that is revoked. */
export function bySessionOf({ state }: Emulation, account: Account, notBy?: string): CheckSigner {
  return (stamp) => demandSigner(listSessions(state, account.id), stamp, notBy);
}
