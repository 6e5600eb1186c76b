import { describeCredential } from "../describe.ts";
import type { Handle } from "../emulation.ts";
import { demandAccountId } from "../rules/lookup.ts";
import { listCredentials } from "../state/credentials.ts";

/** The list of an unknown account is empty. */
export const listAuthCredentials: Handle = (emulation, { query }) => {
  const accountId = String(query["accountId"]);
  demandAccountId(accountId);
  const credentials = listCredentials(emulation.state.accounts.get(accountId));
  return { status: 200, body: { data: credentials.map((credential) => describeCredential(emulation, credential)) } };
};
