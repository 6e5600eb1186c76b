import { Refusal } from "../refusal.ts";
import type { Account } from "../state/model.ts";

/** The last credential of a wallet cannot be revoked. */
export function keepLastCredential({ id, credentials }: Account): void {
  if (credentials.size > 1) return;
  throw new Refusal(400, "INVALID_INPUT", "The last credential of an account cannot be revoked.", {
    details: { accountId: id },
  });
}
