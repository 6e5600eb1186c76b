import type { ApiRequest } from "./reply.ts";
import { type PreparedReply, refusesConnections } from "./read-reply.ts";

/** The chosen replies, by operation. */
export interface ReplyQueue {
  /** Throws a `TypeError` for an empty list. */
  add(operationId: string, replies: readonly PreparedReply[]): void;
  /**
   * Returns the reply for a request and counts it as used: the first counted reply that fits, else the latest one that
   * is for all calls. It is synchronous, so parallel calls get one reply each.
   */
  take(request: ApiRequest): PreparedReply | undefined;
  /** Whether the next reply refuses connections. */
  isRefusing(): boolean;
  clear(): void;
}

interface Entry {
  readonly reply: PreparedReply;
  left: number;
}

export function createReplyQueue(): ReplyQueue {
  const queues = new Map<string, Entry[]>();
  return {
    add(operationId, replies) {
      if (replies.length === 0) throw new TypeError(`${operationId}: expected at least one reply; got an empty list.`);
      const entries = replies.map((reply) => ({ reply, left: reply.times }));
      queues.set(operationId, [...(queues.get(operationId) ?? []), ...entries]);
    },
    take(request) {
      const entries = queues.get(request.operationId) ?? [];
      const fits = ({ reply }: Entry) => !reply.when || reply.when(request);
      const entry =
        entries.find((item) => item.left !== Infinity && fits(item)) ??
        entries.findLast((item) => item.left === Infinity && fits(item));
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left === 0) entries.splice(entries.indexOf(entry), 1);
      return entry.reply;
    },
    isRefusing: () =>
      [...queues.values()].some((entries) => {
        const next = entries.find(({ left }) => left !== Infinity);
        return next !== undefined && refusesConnections(next.reply.source);
      }),
    clear: () => queues.clear(),
  };
}
