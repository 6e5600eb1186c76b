import { refuseInput } from "../refusal.ts";
import type { Account } from "../state/model.ts";

/** The last credential of a wallet cannot be revoked. */
export function keepLastCredential({ id, credentials }: Account): void {
  if (credentials.size > 1) return;
  throw refuseInput("The last credential of an account cannot be revoked.", { accountId: id });
}
