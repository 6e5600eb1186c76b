import { signedRetry } from "@grid-sdk/client/latest";
import { signPayload } from "@grid-sdk/device";
import { describe, expect, test } from "vitest";
import { expectRefusal } from "../../../support/start-flow.ts";
import { demand, type LatestFlow, signedBy, startLatestFlow } from "../../../support/start-latest-flow.ts";

/** A flow whose user funds a card, and has a session. */
async function startCardFlow() {
  const flow = await startLatestFlow({ now: () => 0 });
  const { grid, emulator } = flow;
  const account = emulator.createAccount({ email: "bob@example.com", cards: [{}, {}] });
  const [card = { id: "", fundingSourceId: "" }, other = card] = account.cards ?? [];
  const emailId = account.credentials[0]?.id ?? "";
  const session = await flow.signIn(emailId);
  const body = { cardId: card.id, internalAccountId: account.id, nickname: "Groceries card" };
  const create = (changed: Partial<typeof body> = {}) =>
    signedRetry(
      (signed) => grid.createDelegatedKey({ body: { ...body, ...changed }, ...signed }),
      (payload) => signPayload(payload, session.key),
      { signatures: 2 },
    );
  return { ...flow, bobId: account.id, emailId, card, other, session, body, create };
}

const listAll = async ({ grid, bobId }: LatestFlow & { bobId: string }) =>
  (await grid.listDelegatedKeys({ query: { accountId: bobId } })).data.data;

describe("demandCard", () => {
  test("a key is for a card that the account funds", async () => {
    await using flow = await startCardFlow();
    await expectRefusal(flow.create({ cardId: "Card:1" }), 404, "REFERENCE_NOT_FOUND", /does not fund this card/);
    await expectRefusal(
      flow.create({ internalAccountId: flow.accountId }),
      404,
      "REFERENCE_NOT_FOUND",
      /does not fund this card/,
    );
    await expectRefusal(flow.create({ internalAccountId: "1" }), 404, "REFERENCE_NOT_FOUND", /account does not exist/);
  });
});

describe("demandSameKey", () => {
  test("two signatures of one session make a key that is ACTIVE", async () => {
    await using flow = await startCardFlow();
    const { data } = await flow.create();
    expect(data).toMatchObject({
      id: expect.stringMatching(/^DelegatedKey:[0-9a-f-]{36}$/),
      cardId: flow.card.id,
      fundingSourceId: flow.card.fundingSourceId,
      accountId: flow.bobId,
      publicKey: expect.stringMatching(/^0[23][0-9a-f]{64}$/),
      status: "ACTIVE",
    });
    expect((await flow.grid.getDelegatedKeyById({ path: { id: data.id } })).data).toEqual(data);
  });

  test("after one signature it is PENDING, and the second is by the same session", async () => {
    await using flow = await startCardFlow();
    const { grid, body, session } = flow;
    const second = await flow.signIn(flow.emailId);
    const first = demand(await grid.createDelegatedKey({ body }), 202);
    expect(await listAll(flow)).toEqual([]);
    const header = await signedBy(session.key, first.data);
    const asked = demand(await grid.createDelegatedKey({ body, header }), 202);
    expect(asked.data.requestId).not.toBe(first.data.requestId);
    expect(asked.data.payloadToSign).not.toBe(first.data.payloadToSign);
    expect(await listAll(flow)).toMatchObject([{ status: "PENDING" }]);
    const byOther = await signedBy(second.key, asked.data);
    await expectRefusal(
      grid.createDelegatedKey({ body, header: byOther }),
      401,
      "WALLET_SIGNATURE_INVALID",
      /first one/,
    );
    // It does not prevent another one.
    expect((await flow.create()).status).toBe(201);
    expect((await listAll(flow)).map(({ status }) => status)).toEqual(["PENDING", "ACTIVE"]);
  });

  test("another nickname is another body", async () => {
    await using flow = await startCardFlow();
    const { data } = demand(await flow.grid.createDelegatedKey({ body: flow.body }), 202);
    const body = { ...flow.body, nickname: "Another" };
    const call = flow.grid.createDelegatedKey({ body, header: await signedBy(flow.session.key, data) });
    await expectRefusal(call, 401, "WALLET_SIGNATURE_BODY_MISMATCH");
  });
});

describe("refuseSecondActiveKey", () => {
  test("a card has one ACTIVE key; another card has its own, and after a revocation there is room", async () => {
    await using flow = await startCardFlow();
    const { data } = await flow.create();
    await expectRefusal(flow.create(), 409, "CONFLICT", /has an ACTIVE delegated key/);
    expect((await flow.create({ cardId: flow.other.id })).status).toBe(201);
    await flow.grid.revokeDelegatedKey({ path: { id: data.id } });
    expect((await flow.create()).status).toBe(201);
  });

  test("of four that are completed at once, one is ACTIVE", async () => {
    await using flow = await startCardFlow();
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => flow.create()));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected", "rejected"]);
    expect((await listAll(flow)).filter(({ status }) => status === "ACTIVE")).toHaveLength(1);
  });
});

describe("demandFilter", () => {
  test("a list has a filter, or both, and revoked keys too", async () => {
    await using flow = await startCardFlow();
    const { grid, bobId: accountId, card } = flow;
    const { data: first } = await flow.create();
    await flow.create({ cardId: flow.other.id });
    await grid.revokeDelegatedKey({ path: { id: first.id } });
    await expectRefusal(grid.listDelegatedKeys({}), 400, "INVALID_INPUT", /Send accountId, fundingSourceId, or both/);
    const count = async (query: { accountId?: string; fundingSourceId?: string }) =>
      (await grid.listDelegatedKeys({ query })).data.data.length;
    expect(await count({ accountId })).toBe(2);
    expect(await count({ fundingSourceId: card.fundingSourceId })).toBe(1);
    expect(await count({ accountId, fundingSourceId: card.fundingSourceId })).toBe(1);
    expect(await count({ accountId: flow.accountId, fundingSourceId: card.fundingSourceId })).toBe(0);
    expect(await count({ accountId: "unknown" })).toBe(0);
  });
});

describe("demandDelegatedKey", () => {
  test("an unknown key is not found", async () => {
    await using flow = await startCardFlow();
    const path = { id: "DelegatedKey:1" };
    await expectRefusal(flow.grid.getDelegatedKeyById({ path }), 404, "REFERENCE_NOT_FOUND");
    await expectRefusal(flow.grid.revokeDelegatedKey({ path }), 404, "REFERENCE_NOT_FOUND");
  });
});

describe("demandActiveKey", () => {
  test("a key is revoked once, in one unsigned request, and only while it is ACTIVE", async () => {
    await using flow = await startCardFlow();
    const { grid, body } = flow;
    const { data } = await flow.create();
    const path = { id: data.id };
    flow.emulator.advance(1_000);
    expect((await grid.revokeDelegatedKey({ path })).status).toBe(204);
    const { data: revoked } = await grid.getDelegatedKeyById({ path });
    expect(revoked).toMatchObject({ status: "REVOKED", updatedAt: "1970-01-01T00:00:01.000Z" });
    await expectRefusal(grid.revokeDelegatedKey({ path }), 400, "INVALID_INPUT", /is REVOKED/);
    const asked = demand(await grid.createDelegatedKey({ body }), 202);
    await grid.createDelegatedKey({ body, header: await signedBy(flow.session.key, asked.data) });
    const pending = (await listAll(flow)).find(({ status }) => status === "PENDING");
    await expectRefusal(grid.revokeDelegatedKey({ path: { id: pending?.id ?? "" } }), 400, "INVALID_INPUT", /PENDING/);
  });
});
