import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { AuthSession } from "@grid-sdk/client/latest";

/** What this backend remembers of a browser. */
export interface Visitor {
  /** The id of the session that it has opened. */
  sessionId?: string | undefined;
  /** The challenges of the passkeys that it is about to register, one in each of its tabs. Each works once. */
  readonly challenges: Set<string>;
}

/** Finds the visitor of a request by its cookie, or adds one. A team has a session store instead. */
export function createVisitors() {
  const visitors = new Map<string, Visitor>();
  return ({ headers, socket }: IncomingMessage): { readonly visitor: Visitor; readonly cookie: string } => {
    // Cookies do not distinguish ports: two demos on this machine would overwrite each other's cookie.
    const name = `visitor-${socket.localPort}`;
    const sent = new RegExp(`(?:^|; )${name}=([\\w-]+)`).exec(headers.cookie ?? "")?.[1];
    const id = sent !== undefined && visitors.has(sent) ? sent : randomUUID();
    const visitor = visitors.get(id) ?? { challenges: new Set() };
    visitors.set(id, visitor);
    return { visitor, cookie: `${name}=${id}; HttpOnly; SameSite=Strict; Path=/` };
  };
}

/** The visitor's session from now on, as the page needs it. */
export function openSession(visitor: Visitor, { id, expiresAt, encryptedSessionSigningKey }: AuthSession) {
  visitor.sessionId = id;
  return { id, expiresAt, encryptedSessionSigningKey };
}
