import fc from "fast-check";
import { expect, test } from "vitest";
import { CHALLENGE_MS, type Command, outcomes, startModel } from "../../support/delegated-key-model.ts";
import { startLatestFlow } from "../../support/start-latest-flow.ts";

const commands = fc.array(
  fc.record<Command>({
    does: fc.constantFrom("start", "sign", "sign", "revoke", "wait"),
    at: fc.nat({ max: 20 }),
    isForged: fc.constantFrom(false, false, true),
  }),
  { minLength: 4, maxLength: 16 },
);

const start: Command = { does: "start", at: 0 };
const sign = (at: number): Command => ({ does: "sign", at });
const revoke = (at: number): Command => ({ does: "revoke", at });
const forge: Command = { does: "sign", at: 0, isForged: true };
/** Four keys of one card. One becomes ACTIVE; the others come too late, with their first signature or their second. */
const RIVALS = [
  start,
  start,
  start,
  start,
  sign(0),
  sign(0),
  sign(2),
  sign(0),
  sign(1),
  revoke(1),
  revoke(0),
  revoke(0),
];
const FORGERY = [start, forge, start, sign(0), forge];

test("a card has one ACTIVE key, and a key goes from PENDING to ACTIVE to REVOKED and no other way", async () => {
  await using flow = await startLatestFlow({ now: () => 0, sessionMs: 1e12, challengeMs: CHALLENGE_MS });
  await fc.assert(
    fc.asyncProperty(commands, async (list) => {
      const run = await startModel(flow);
      for (const command of list) await run(command);
    }),
    { numRuns: 40, examples: [[RIVALS], [FORGERY]] },
  );
  expect([...outcomes].toSorted()).toEqual([
    "first signature: 202",
    "first signature: 401",
    "first signature: 409",
    "revoke ACTIVE: 204",
    "revoke PENDING: 400",
    "revoke REVOKED: 400",
    "second signature: 201",
    "second signature: 401",
    "second signature: 409",
  ]);
});
