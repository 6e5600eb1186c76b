import { describeSession } from "../describe.ts";
import type { Handle } from "../emulation.ts";
import { demandAccountId } from "../rules/lookup.ts";
import { listSessions } from "../state/sessions.ts";

/** The list of an unknown account is empty. */
export const listAuthSessions: Handle = (emulation, { query }) => {
  const accountId = String(query["accountId"]);
  demandAccountId(accountId);
  const sessions = listSessions(emulation.state, accountId);
  return { status: 200, body: { data: sessions.map((session) => describeSession(emulation, session)) } };
};
