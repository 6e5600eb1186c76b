import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { createGridClient } from "@grid-sdk/client";
import { startGridMock } from "@grid-sdk/mock";
import { endSession } from "./end-session.mjs";

let mock;
let grid;

before(async () => {
  mock = await startGridMock();
  grid = createGridClient({ clientId: "id", clientSecret: "secret", baseUrl: mock.url });
});
afterEach(() => mock.reset());
after(() => mock.close());

test("signs what the API wants signed", async () => {
  mock.reply("revokeAuthSession", [{ status: 202 }, { status: 204 }]);
  await endSession(grid, "Session:1", async (payload) => `signed ${payload.length}`);
  const [first, second] = mock.requests;
  assert.equal(first.headers["grid-wallet-signature"], undefined);
  assert.match(second.headers["grid-wallet-signature"], /^signed \d+$/);
  assert.ok(second.headers["request-id"]);
});

test("signs nothing if the session is gone at once", async () => {
  mock.reply("revokeAuthSession", { status: 204 });
  await endSession(grid, "Session:1", () => assert.fail("nothing to sign"));
  assert.equal(mock.requests.length, 1);
});
