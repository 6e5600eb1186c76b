import type { Account, Session } from "./model.ts";
import type { State } from "./state.ts";

export function isLive({ expiresAt }: Session, now: number): boolean {
  return expiresAt > now;
}

/** An account's open sessions, oldest first. */
export function listSessions(account: Account | undefined, now: number): Session[] {
  return [...(account?.sessions.values() ?? [])].filter((session) => isLive(session, now));
}

/** Adds a session, and forgets those of the account that have expired. */
export function addSession(state: State, account: Account, session: Session, now: number): void {
  for (const other of account.sessions.values()) if (!isLive(other, now)) removeSession(state, account, other.id);
  account.sessions.set(session.id, session);
  state.accountOfSession.set(session.id, account);
}

export function removeSession(state: State, account: Account, id: string): void {
  account.sessions.delete(id);
  state.accountOfSession.delete(id);
  state.endedSessions.add(id, { expiresAt: state.now() });
}
