import { generateClientKey, generateSessionKey, openSessionKey, signPayload } from "@grid-sdk/device";
import { describe, expect, test } from "vitest";
import { expectRefusal } from "../../../support/start-flow.ts";
import {
  demand,
  type LatestFlow,
  type LatestSession,
  signedBy,
  startLatestFlow,
} from "../../../support/start-latest-flow.ts";

const UNKNOWN = "Session:019542f5-b3e7-1d02-0000-0000000000ff";

async function refresh({ grid }: LatestFlow, session: LatestSession, clientPublicKey: string) {
  const call = { path: { id: session.id }, body: { clientPublicKey } };
  const { data } = demand(await grid.refreshAuthSession(call), 202);
  return demand(await grid.refreshAuthSession({ ...call, header: await signedBy(session.key, data) }), 201);
}

describe("demandOpenSession", () => {
  test("an unknown session is not found; one that has expired or was revoked is not open any more", async () => {
    await using flow = await startLatestFlow({ sessionMs: 900_000 });
    const [first, second] = [await flow.signIn(), await flow.signIn()];
    const { publicKey: clientPublicKey } = await generateSessionKey();
    const ask = (id: string) => flow.grid.refreshAuthSession({ path: { id }, body: { clientPublicKey } });
    await expectRefusal(ask(UNKNOWN), 404, "REFERENCE_NOT_FOUND");
    const ending = demand(await flow.grid.revokeAuthSession({ path: { id: first.id } }), 202);
    await flow.grid.revokeAuthSession({ path: { id: first.id }, header: await signedBy(first.key, ending.data) });
    await expectRefusal(ask(first.id), 401, "UNAUTHORIZED", /not open any more/);
    const asked = demand(await ask(second.id), 202);
    flow.emulator.advance(900_000);
    await expectRefusal(ask(second.id), 401, "UNAUTHORIZED", /not open any more/);
    const header = await signedBy(second.key, asked.data);
    const late = flow.grid.refreshAuthSession({ path: { id: second.id }, body: { clientPublicKey }, header });
    await expectRefusal(late, 401, "UNAUTHORIZED");
    await flow.signIn();
    await expectRefusal(ask(second.id), 401, "UNAUTHORIZED", /not open any more/);
  });
});

describe("demandOwnKey", () => {
  test("the session's own key signs, and no other session's", async () => {
    await using flow = await startLatestFlow();
    const [session, other] = [await flow.signIn(), await flow.signIn()];
    const { publicKey: clientPublicKey } = await generateSessionKey();
    const call = { path: { id: session.id }, body: { clientPublicKey } };
    const { data } = demand(await flow.grid.refreshAuthSession(call), 202);
    expect(Object.keys(data).toSorted()).toEqual(["expiresAt", "payloadToSign", "requestId"]);
    expect(JSON.parse(data.payloadToSign)).toMatchObject({ parameters: { targetPublicKey: clientPublicKey } });
    const header = await signedBy(other.key, data);
    await expectRefusal(flow.grid.refreshAuthSession({ ...call, header }), 401, "WALLET_SIGNATURE_INVALID");
  });

  test("opens a session with the new key, and the old one stays open", async () => {
    await using flow = await startLatestFlow({ now: () => 0 });
    const session = await flow.signIn();
    const key = await generateSessionKey();
    flow.emulator.advance(600_000);
    const { data } = await refresh(flow, session, key.publicKey);
    expect(data).toMatchObject({
      type: "EMAIL_OTP",
      nickname: "ada@example.com",
      expiresAt: "1970-01-01T00:25:00.000Z",
    });
    expect(data).not.toHaveProperty("encryptedSessionSigningKey");
    expect(flow.emulator.sessions(flow.accountId).map(({ id }) => id)).toEqual([session.id, data.id]);
    flow.emulator.advance(600_000);
    expect((await refresh(flow, { id: data.id, key }, key.publicKey)).status).toBe(201);
  });

  test("another clientPublicKey is another body", async () => {
    await using flow = await startLatestFlow();
    const session = await flow.signIn();
    const path = { id: session.id };
    const [one, two] = [await generateSessionKey(), await generateSessionKey()];
    const asked = demand(await flow.grid.refreshAuthSession({ path, body: { clientPublicKey: one.publicKey } }), 202);
    const header = await signedBy(session.key, asked.data);
    const call = flow.grid.refreshAuthSession({ path, body: { clientPublicKey: two.publicKey }, header });
    await expectRefusal(call, 401, "WALLET_SIGNATURE_BODY_MISMATCH");
  });

  test("for an uncompressed key the new session's is sealed", async () => {
    await using flow = await startLatestFlow();
    const session = await flow.signIn();
    const client = await generateClientKey();
    const { data } = await refresh(flow, session, client.publicKey);
    const key = await openSessionKey(data.encryptedSessionSigningKey ?? "", client);
    const next = await refresh(flow, { id: data.id, key }, (await generateSessionKey()).publicKey);
    expect(next.status).toBe(201);
    expect(await signPayload("a", key)).toEqual(expect.any(String));
  });
});
