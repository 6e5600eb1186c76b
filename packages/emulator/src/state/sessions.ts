import type { Session } from "./model.ts";
import type { State } from "./state.ts";

export function isLive({ expiresAt }: Session, now: number): boolean {
  return expiresAt > now;
}

/** An account's open sessions, oldest first. */
export function listSessions(state: State, accountId: string): Session[] {
  const now = state.now();
  return [...state.sessions.values()].filter((one) => one.accountId === accountId && isLive(one, now));
}

/** Adds a session, and forgets those of the account that have expired. */
export function addSession(state: State, session: Session): void {
  for (const other of state.sessions.values())
    if (other.accountId === session.accountId && !isLive(other, state.now())) removeSession(state, other.id);
  state.sessions.set(session.id, session);
}

export function removeSession(state: State, id: string): void {
  state.sessions.delete(id);
  state.endedSessions.add(id, { expiresAt: state.now() });
}
