import { fileURLToPath } from "node:url";
import { signedRetry } from "@grid-sdk/client/latest";
import { generateSessionKey, signPayload } from "@grid-sdk/device";
import { listOperations, readFragment } from "@grid-sdk/openapi";
import { expect, test } from "vitest";
import { latestLine } from "../../../src/lines/latest/line.ts";
import { demand, signedBy, startLatestFlow } from "../../support/start-latest-flow.ts";

/** The statuses of the rules: a 500 comes only from `fail`. */
const isByRules = (status: number) => status < 500;

const fragment = fileURLToPath(import.meta.resolve("@grid-sdk/core/latest/openapi.json"));
const authorization = `Basic ${btoa("a:b")}`;

test("every documented status of every operation is reached", async () => {
  await using flow = await startLatestFlow({ challengeEveryMs: undefined, codeAttempts: 1 });
  const { grid, emulator, accountId, emailId } = flow;
  const path = { id: emailId };
  const unknown = { id: "AuthMethod:1" };
  const { publicKey: clientPublicKey } = await generateSessionKey();
  const header = { "Grid-Wallet-Signature": "e30", "Request-Id": "1" };
  const ignore = (call: Promise<unknown>) => call.catch(() => undefined);
  // Sessions, a passkey, a refresh.
  const session = await flow.signIn();
  const { id } = await flow.addPasskey(session);
  const refreshed = { path: { id: session.id }, body: { clientPublicKey } };
  const asked = demand(await grid.refreshAuthSession(refreshed), 202);
  await grid.refreshAuthSession({ ...refreshed, header: await signedBy(session.key, asked.data) });
  // Refusals.
  await ignore(grid.challengeAuthCredential({ path }));
  await ignore(grid.challengeAuthCredential({ path: unknown }));
  await ignore(grid.challengeAuthCredential({ path: { id } }));
  emulator.advance(30_000);
  const sent = await flow.sendCode();
  for (const code of ["wrong", sent.code]) {
    await ignore(flow.verifySealed(await flow.seal({ ...sent, code }, clientPublicKey)));
  }
  await ignore(flow.verifySealed("no JSON"));
  await ignore(flow.verifySealed("no JSON", undefined, unknown.id));
  const oauth = { type: "OAUTH", accountId, oidcToken: "token" } as const;
  await ignore(grid.createAuthCredential({ body: oauth }));
  await ignore(grid.createAuthCredential({ body: oauth, header }));
  await ignore(grid.createAuthCredential({ body: { ...oauth, accountId: "1" } }));
  for (const account of [accountId, "1"]) {
    await ignore(grid.listAuthCredentials({ query: { accountId: account } }));
    await ignore(grid.listAuthSessions({ query: { accountId: account } }));
  }
  await ignore(grid.revokeAuthCredential({ path: unknown }));
  await ignore(grid.revokeAuthCredential({ path: { id }, header }));
  await ignore(grid.revokeAuthSession({ path: unknown }));
  await ignore(grid.revokeAuthSession({ path: { id: session.id }, header }));
  await ignore(grid.refreshAuthSession({ ...refreshed, path: unknown }));
  await ignore(grid.refreshAuthSession({ ...refreshed, body: { clientPublicKey: "" } }));
  // Signed changes.
  const revoking = demand(await grid.revokeAuthCredential({ path: { id } }), 202);
  await grid.revokeAuthCredential({ path: { id }, header: await signedBy(session.key, revoking.data) });
  const last = emulator.createAccount({ email: "bob@example.com" }).credentials[0]?.id ?? "";
  await ignore(grid.revokeAuthCredential({ path: { id: last } }));
  const ending = demand(await grid.revokeAuthSession({ path: { id: session.id } }), 202);
  await grid.revokeAuthSession({ path: { id: session.id }, header: await signedBy(session.key, ending.data) });
  // Delegated keys.
  const carl = emulator.createAccount({ email: "carl@example.com", cards: [{}] });
  const signer = await flow.signIn(carl.credentials[0]?.id);
  const card = { cardId: carl.cards?.[0]?.id ?? "", internalAccountId: carl.id, nickname: "Card" };
  const createKey = () =>
    signedRetry(
      (signed) => grid.createDelegatedKey({ body: card, ...signed }),
      (payload) => signPayload(payload, signer.key),
      { signatures: 2 },
    );
  const { data: key } = await createKey();
  await ignore(createKey());
  await ignore(grid.createDelegatedKey({ body: card, header }));
  await ignore(grid.createDelegatedKey({ body: { ...card, cardId: "Card:1" } }));
  await ignore(grid.createDelegatedKey({ body: { ...card, nickname: "" } }));
  await grid.listDelegatedKeys({ query: { accountId: carl.id } });
  for (const keyPath of [{ id: key.id }, { id: "DelegatedKey:1" }]) {
    await ignore(grid.getDelegatedKeyById({ path: keyPath }));
    await ignore(grid.revokeDelegatedKey({ path: keyPath }));
  }
  await ignore(grid.revokeDelegatedKey({ path: { id: key.id } }));
  // Without credentials, and with a placeholder.
  const operations = listOperations(await readFragment(fragment));
  for (const { method, path: template } of operations) {
    await fetch(emulator.url + template, { method });
    await fetch(emulator.url + template, { method, headers: { authorization } });
  }
  const reached = new Set(emulator.requests.map(({ operationId, status }) => `${operationId} ${status}`));
  const ruled = operations.filter((operation) => latestLine.handlers[operation.id]);
  expect(ruled).toHaveLength(Object.keys(latestLine.handlers).length);
  const documented = ruled.flatMap((operation) =>
    [...operation.responses.keys()].filter(isByRules).map((status) => `${operation.id} ${status}`),
  );
  expect(documented.length).toBeGreaterThan(30);
  expect(documented.filter((place) => !reached.has(place))).toEqual([]);
});

test("every operation of the fragment has rules", async () => {
  const operations = listOperations(await readFragment(fragment)).map(({ id }) => id);
  expect(Object.keys(latestLine.handlers).toSorted()).toEqual(operations.toSorted());
});

test("reset forgets the texts, and the signer stays", async () => {
  await using flow = await startLatestFlow();
  const { emulator } = flow;
  await flow.sendCode(flow.smsId);
  expect(emulator.texts).toHaveLength(1);
  expect(emulator.otpSigner).toMatch(/^04[0-9a-f]{128}$/);
  const before = emulator.otpSigner;
  emulator.reset();
  expect([emulator.texts, emulator.accounts, emulator.otpSigner]).toEqual([[], [], before]);
});
