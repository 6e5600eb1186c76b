import { isGridError } from "@grid-sdk/client/latest";
import type { DelegatedKey } from "@grid-sdk/core/latest";
import { generateSessionKey } from "@grid-sdk/device";
import { expect } from "vitest";
import { type LatestFlow, signedBy } from "./start-latest-flow.ts";

export const CHALLENGE_MS = 300_000;

export interface Command {
  readonly does: "start" | "sign" | "revoke" | "wait";
  /** Which card, signature or key. */
  readonly at: number;
  /** Whether another key signs. */
  readonly isForged?: boolean;
}

/** What is left to sign of one creation. */
interface Creation {
  readonly card: number;
  readonly asked: { readonly payloadToSign: string; readonly requestId: string };
  readonly expiresAt: number;
  /** The key, once it is PENDING: after the first signature. */
  readonly id?: string;
}

interface Outcome {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- the model says which of the bodies it is
  readonly data?: any;
}

/** What came about: a property of what never happens would hold of anything. */
export const outcomes = new Set<string>();

/** The result of a call, refused or not. */
async function settle(call: Promise<Outcome>): Promise<Outcome> {
  return call.catch((error: unknown) => {
    if (isGridError(error, { kind: "api" })) return { status: error.status };
    throw error;
  });
}

function pick<Item>(items: readonly Item[], at: number): Item | undefined {
  return items[at % Math.max(1, items.length)];
}

/** A user with two cards, and what has to hold of their delegated keys after each command. */
export async function startModel({ emulator, grid, signIn }: LatestFlow) {
  emulator.reset();
  const account = emulator.createAccount({ email: "ada@example.com", cards: [{}, {}] });
  const { id: internalAccountId, cards = [], credentials } = account;
  const { key: sessionKey } = await signIn(credentials[0]?.id);
  const strangersKey = await generateSessionKey();
  /** In the order in which they came to be. */
  const keys: { readonly id: string; readonly card: number; status: DelegatedKey["status"] }[] = [];
  let creations: Creation[] = [];
  let now = 0;

  const bodyOf = (card: number) => ({ cardId: cards[card]?.id ?? "", internalAccountId, nickname: "Card" });
  const hasActive = (card: number) => keys.some((key) => key.card === card && key.status === "ACTIVE");
  const listKeys = async () => (await grid.listDelegatedKeys({ query: { accountId: internalAccountId } })).data.data;
  const add = (creation: Omit<Creation, "expiresAt">) => creations.push({ ...creation, expiresAt: now + CHALLENGE_MS });

  const run: Record<Command["does"], (command: Command) => Promise<void>> = {
    async start({ at }) {
      const card = at % 2;
      const { status, data } = await settle(grid.createDelegatedKey({ body: bodyOf(card) }));
      expect(status).toBe(hasActive(card) ? 409 : 202);
      if (status === 202) add({ card, asked: data });
    },
    async sign({ at, isForged = false }) {
      const creation = pick(creations, at);
      if (!creation) return;
      creations = creations.filter((one) => one !== creation);
      const { card, asked, id } = creation;
      const header = await signedBy(isForged ? strangersKey : sessionKey, asked);
      const send = () => settle(grid.createDelegatedKey({ body: bodyOf(card), header }));
      const { status, data } = await send();
      outcomes.add(`${id ? "second" : "first"} signature: ${status}`);
      if (isForged || creation.expiresAt <= now) expect(status).toBe(401);
      else if (hasActive(card)) expect(status).toBe(409);
      else if (id === undefined) {
        expect(status).toBe(202);
        const made = (await listKeys()).at(-1)?.id ?? "";
        keys.push({ id: made, card, status: "PENDING" });
        add({ card, asked: data, id: made });
      } else {
        expect({ status, data }).toMatchObject({ status: 201, data: { id, status: "ACTIVE" } });
        for (const key of keys) if (key.id === id) key.status = "ACTIVE";
      }
      // A Request-Id works once, even if the call fails.
      expect((await send()).status).toBe(401);
    },
    async revoke({ at }) {
      const key = pick(keys, at);
      if (!key) return;
      const { status } = await settle(grid.revokeDelegatedKey({ path: { id: key.id } }));
      outcomes.add(`revoke ${key.status}: ${status}`);
      expect(status).toBe(key.status === "ACTIVE" ? 204 : 400);
      if (status === 204) key.status = "REVOKED";
    },
    async wait({ at }) {
      const ms = at % 4 === 0 ? CHALLENGE_MS : 1000;
      emulator.advance(ms);
      now += ms;
    },
  };

  return async (command: Command): Promise<void> => {
    await run[command.does](command);
    const states = (await listKeys()).map(({ id, cardId, status }) => [id, cardId, status]);
    expect(states).toEqual(keys.map(({ id, card, status }) => [id, cards[card]?.id, status]));
  };
}
