import { formatTable } from "@grid-sdk/contract";
import type { AccountDescription } from "../describe.ts";

/** A table of accounts and their credentials. */
export function formatAccounts(accounts: readonly AccountDescription[]): string {
  return formatTable([
    ["Account", "Email", "Credential", "Type"],
    ...accounts.flatMap(({ id, email, credentials }) =>
      credentials.length === 0
        ? [[id, email, "-", "-"]]
        : credentials.map((credential) => [id, email, credential.id, credential.type]),
    ),
  ]);
}
