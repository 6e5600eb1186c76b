import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { createGridClient } from "@grid-sdk/client";
import { startGridMock } from "@grid-sdk/mock";
import { askForCode, endSession, listPasskeys, signIn } from "./wallet.mjs";

let mock;
let grid;

before(async () => {
  mock = await startGridMock();
  grid = createGridClient(mock.clientOptions);
});
afterEach(() => mock.reset());
after(() => mock.close());

test("a rate-limited user learns how long to wait", async () => {
  mock.reply("challengeAuthCredential", { status: 429 });
  assert.equal(await askForCode(grid, "AuthMethod:1"), "Wait 30 seconds for another code.");
});

test("a connection that breaks leaves the user to look for the code", async () => {
  mock.reply("challengeAuthCredential", { networkError: "reset-in-body" });
  assert.equal(await askForCode(grid, "AuthMethod:1"), "Look for the code before you ask for another one.");
});

test("a user signs in and out again", async () => {
  assert.match(await askForCode(grid, "AuthMethod:1"), /A code is on its way/);
  assert.ok((await signIn(grid, "AuthMethod:1", "123456", "04")).getTime() > Date.now());
  await endSession(grid, "Session:1", (payload) => `signed ${payload.length}`);
  const calls = mock.requests.map(({ operationId, status }) => [operationId, status]);
  assert.deepEqual(calls, [
    ["challengeAuthCredential", 200],
    ["verifyAuthCredential", 200],
    ["revokeAuthSession", 202],
    ["revokeAuthSession", 204],
  ]);
});

test("a wallet with two passkeys, which the specification has no example of", async () => {
  const createdAt = "2026-01-01T00:00:00Z";
  const passkey = { accountId: "InternalAccount:1", type: "PASSKEY", createdAt, updatedAt: createdAt };
  const data = [
    { ...passkey, id: "AuthMethod:1", nickname: "Laptop" },
    { ...passkey, id: "AuthMethod:2", nickname: "Phone" },
  ];
  mock.reply("listAuthCredentials", { status: 200, body: { data } });
  assert.deepEqual(await listPasskeys(grid, "InternalAccount:1"), ["Laptop", "Phone"]);
});
