import type { CheckSigner, Emulation } from "./emulation.ts";
import { demandSigner } from "./rules/signed-requests.ts";
import type { Account } from "./state/model.ts";
import { listSessions } from "./state/sessions.ts";

/** Any open session of the account may sign, but not a session of `notBy`, the credential that is revoked. */
export function bySessionOf({ clock }: Emulation, account: Account, notBy?: string): CheckSigner {
  return (stamp) => demandSigner(listSessions(account, clock.now()), stamp, notBy);
}
