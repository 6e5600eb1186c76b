const { createGridClient } = require("@grid-sdk/client");
const { startGridMock } = require("@grid-sdk/mock");
const { askForCode } = require("./ask-for-code.cjs");

let mock;
let grid;

beforeAll(async () => {
  mock = await startGridMock();
  grid = createGridClient({ clientId: "id", clientSecret: "secret", baseUrl: mock.url, maxRetries: 0 });
});
afterEach(() => mock.reset());
afterAll(() => mock.close());

test("says where the code went", async () => {
  await expect(askForCode(grid, "AuthMethod:1")).resolves.toBe("A code is on its way to example@lightspark.com.");
  expect(mock.requests).toMatchObject([{ path: "/auth/credentials/AuthMethod%3A1/challenge", status: 200 }]);
});

test("says how long to wait", async () => {
  mock.reply("challengeAuthCredential", { status: 429 });
  await expect(askForCode(grid, "AuthMethod:1")).resolves.toBe("Wait 30 seconds for another code.");
});

test("leaves other failures to its caller", async () => {
  mock.reply("challengeAuthCredential", { status: 404 });
  await expect(askForCode(grid, "AuthMethod:1")).rejects.toMatchObject({ code: "REFERENCE_NOT_FOUND" });
});
