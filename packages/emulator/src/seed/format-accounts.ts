import { formatLine, type Terminal } from "@grid-sdk/terminal";
import type { AccountDescription } from "../describe.ts";

/** The accounts: a line for each, and one for each of its credentials. */
export function formatAccounts(accounts: readonly AccountDescription[], terminal: Terminal): string {
  return accounts
    .flatMap(({ id, email, phoneNumber = "", credentials }) => [
      formatLine([id, [email, "bold"], phoneNumber], terminal),
      ...(credentials.length === 0 ? ["  no credentials"] : []),
      ...credentials.map((credential) => formatLine([`  ${credential.id}`, [credential.type, "cyan"]], terminal)),
    ])
    .join("\n");
}
