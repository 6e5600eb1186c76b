import type { SessionKey } from "@grid-sdk/device";
import { del, get, set } from "idb-keyval";

/** The key, with the session that it signs for. */
interface KeptKey extends SessionKey {
  readonly sessionId: string;
}

/** IndexedDB keeps the key, and no script can read it; JSON would lose it. */
export async function keepSessionKey(key: SessionKey, sessionId: string): Promise<void> {
  await set("session", { ...key, sessionId } satisfies KeptKey);
}

export function getSessionKey(): Promise<SessionKey | undefined> {
  return get<KeptKey>("session");
}

/** Whether this browser can sign for the session. Its storage may be empty, or have the key of an earlier session. */
export async function hasSessionKey(sessionId: string): Promise<boolean> {
  return (await get<KeptKey>("session"))?.sessionId === sessionId;
}

/** Call it only for a session that has ended: without its key, an open session can approve nothing more. */
export async function forgetSessionKey(): Promise<void> {
  await del("session");
}
