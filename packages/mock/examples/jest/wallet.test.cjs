const { createGridClient } = require("@grid-sdk/client");
const { startGridMock } = require("@grid-sdk/mock");
const { askForCode, endSession, listPasskeys, signIn } = require("./wallet.cjs");

let mock;
let grid;

beforeAll(async () => {
  mock = await startGridMock();
  grid = createGridClient(mock.clientOptions);
});
afterEach(() => mock.reset());
afterAll(() => mock.close());

test("a rate-limited user learns how long to wait", async () => {
  mock.reply("challengeAuthCredential", { status: 429 });
  expect(await askForCode(grid, "AuthMethod:1")).toBe("Wait 30 seconds for another code.");
});

test("a connection that breaks leaves the user to look for the code", async () => {
  mock.reply("challengeAuthCredential", { networkError: "reset-in-body" });
  expect(await askForCode(grid, "AuthMethod:1")).toBe("Look for the code before you ask for another one.");
});

test("a user signs in and out again", async () => {
  expect(await askForCode(grid, "AuthMethod:1")).toContain("A code is on its way");
  expect((await signIn(grid, "AuthMethod:1", "123456", "04")).getTime()).toBeGreaterThan(Date.now());
  await endSession(grid, "Session:1", (payload) => `signed ${payload.length}`);
  expect(mock.requests.map(({ operationId, status }) => [operationId, status])).toEqual([
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
  expect(await listPasskeys(grid, "InternalAccount:1")).toEqual(["Laptop", "Phone"]);
});
