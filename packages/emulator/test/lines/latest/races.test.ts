import { generateClientKey, generateSessionKey } from "@grid-sdk/device";
import { expect, test } from "vitest";
import { demand, nonceOf, signedBy, startLatestFlow } from "../../support/start-latest-flow.ts";

/** How many of the calls succeeded. */
async function countSuccesses(calls: readonly Promise<unknown>[]): Promise<number> {
  const results = await Promise.allSettled(calls);
  return results.filter(({ status }) => status === "fulfilled").length;
}

test("the same signed verification, sent four times at once, opens one session", async () => {
  await using flow = await startLatestFlow();
  const key = await generateSessionKey();
  const sealed = await flow.seal(await flow.sendCode(), key.publicKey);
  const header = await signedBy(key, demand(await flow.verifySealed(sealed), 202).data);
  expect(await countSuccesses([1, 2, 3, 4].map(() => flow.verifySealed(sealed, header)))).toBe(1);
  expect(flow.emulator.sessions(flow.accountId)).toHaveLength(1);
});

test("four codes at once, three of them wrong, never exceed the attempts", async () => {
  await using flow = await startLatestFlow({ otp: "123456", codeAttempts: 1 });
  const { bundle } = await flow.sendCode();
  const { publicKey } = await generateSessionKey();
  const seals = await Promise.all(["1", "2", "3", "4"].map((code) => flow.seal({ bundle, code }, publicKey)));
  await countSuccesses(seals.map((sealed) => flow.verifySealed(sealed)));
  const statuses = flow.emulator.requests.slice(-4).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([401, 429, 429, 429]);
});

test("a passkey challenge that is signed four times at once opens one session", async () => {
  await using flow = await startLatestFlow();
  const { id, authenticator } = await flow.addPasskey(await flow.signIn());
  // Sealing takes time.
  const { publicKey: clientPublicKey } = await generateClientKey();
  const { data } = await flow.grid.challengeAuthCredential({ path: { id }, body: { clientPublicKey } });
  if (!("challenge" in data)) throw new Error("no challenge");
  const header = { "Request-Id": data.requestId };
  const body = { type: "PASSKEY", assertion: authenticator.assert(data.challenge) } as const;
  const calls = [1, 2, 3, 4].map(() => flow.grid.verifyAuthCredential({ path: { id }, header, body }));
  expect(await countSuccesses(calls)).toBe(1);
});

test("a token, sent four times at once, opens one session", async () => {
  await using flow = await startLatestFlow();
  const { credentials } = flow.emulator.createAccount({
    email: "bob@example.com",
    credentials: [{ type: "OAUTH", sub: "bob" }],
  });
  const { publicKey: clientPublicKey } = await generateClientKey();
  const oidcToken = flow.emulator.oidcToken({ sub: "bob", nonce: nonceOf(clientPublicKey) });
  const path = { id: credentials[0]?.id ?? "" };
  const body = { type: "OAUTH", oidcToken, clientPublicKey } as const;
  const calls = [1, 2, 3, 4].map(() => flow.grid.verifyAuthCredential({ path, body }));
  expect(await countSuccesses(calls)).toBe(1);
});

test("a refresh, sent four times at once, opens one session, and none once the session is revoked", async () => {
  await using flow = await startLatestFlow();
  const { grid } = flow;
  const session = await flow.signIn();
  const path = { id: session.id };
  // Sealing takes time.
  const { publicKey: clientPublicKey } = await generateClientKey();
  const ask = async () =>
    signedBy(session.key, demand(await grid.refreshAuthSession({ path, body: { clientPublicKey } }), 202).data);
  const header = await ask();
  const refresh = (signed: typeof header) =>
    grid.refreshAuthSession({ path, body: { clientPublicKey }, header: signed });
  expect(await countSuccesses([1, 2, 3, 4].map(() => refresh(header)))).toBe(1);
  const late = await ask();
  const ending = demand(await grid.revokeAuthSession({ path }), 202);
  const revoking = await signedBy(session.key, ending.data);
  const before = flow.emulator.sessions(flow.accountId).length;
  const [refreshed, revoked] = await Promise.allSettled([
    refresh(late),
    grid.revokeAuthSession({ path, header: revoking }),
  ]);
  // Whichever came first: no session is refreshed by one that had ended.
  const opened = refreshed.status === "fulfilled" ? 1 : 0;
  expect(revoked.status).toBe("fulfilled");
  expect(flow.emulator.sessions(flow.accountId)).toHaveLength(before - 1 + opened);
});

test("two delegated keys of one card, completed at once, make one ACTIVE key, which is revoked once", async () => {
  await using flow = await startLatestFlow();
  const { grid } = flow;
  const {
    id: internalAccountId,
    cards,
    credentials,
  } = flow.emulator.createAccount({
    email: "bob@example.com",
    cards: [{}],
  });
  const { key } = await flow.signIn(credentials[0]?.id);
  const body = { cardId: cards?.[0]?.id ?? "", internalAccountId, nickname: "Card" };
  const create = async (header?: Awaited<ReturnType<typeof signedBy>>) =>
    grid.createDelegatedKey({ body, ...(header && { header }) });
  const signOnce = async () => demand(await create(await signedBy(key, demand(await create(), 202).data)), 202).data;
  const headers = [await signedBy(key, await signOnce()), await signedBy(key, await signOnce())];
  expect(await countSuccesses([...headers, ...headers].map((header) => create(header)))).toBe(1);
  const { data } = (await grid.listDelegatedKeys({ query: { accountId: internalAccountId } })).data;
  expect(data.map(({ status }) => status).toSorted()).toEqual(["ACTIVE", "PENDING"]);
  const path = { id: data.find(({ status }) => status === "ACTIVE")?.id ?? "" };
  expect(await countSuccesses([1, 2, 3, 4].map(() => grid.revokeDelegatedKey({ path })))).toBe(1);
});
