import { generateSessionKey } from "@grid-sdk/device";
import { describe, expect, test } from "vitest";
import { expectRefusal } from "../../../support/start-flow.ts";
import { nonceOf, startLatestFlow } from "../../../support/start-latest-flow.ts";

describe("demandToken", () => {
  test("what cannot be read is malformed, at registration and at verification", async () => {
    await using flow = await startLatestFlow();
    const { publicKey: clientPublicKey } = await generateSessionKey();
    const { id: accountId, credentials } = flow.emulator.createAccount({
      email: "bob@example.com",
      credentials: [{ type: "OAUTH", sub: "bob" }],
    });
    for (const oidcToken of ["", "token", "a.b", "a.b.c", "e30.e30.", `${btoa('{"alg":"none"}')}.${btoa("1")}.`]) {
      const verified = flow.grid.verifyAuthCredential({
        path: { id: credentials[0]?.id ?? "" },
        body: { type: "OAUTH", oidcToken, clientPublicKey },
      });
      await expectRefusal(verified, 400, "INVALID_INPUT", /not a JSON Web Token/);
      const created = flow.grid.createAuthCredential({ body: { type: "OAUTH", accountId, oidcToken } });
      await expectRefusal(created, 400, "INVALID_INPUT", /not a JSON Web Token/);
    }
  });
});

describe("demandIssuer", () => {
  test("a token of another issuer registers nothing, and verifies nothing", async () => {
    await using flow = await startLatestFlow();
    const { publicKey: clientPublicKey } = await generateSessionKey();
    const { id: accountId, credentials } = flow.emulator.createAccount({
      email: "bob@example.com",
      credentials: [{ type: "OAUTH", sub: "bob" }],
    });
    const claims = { sub: "bob", iss: "https://eve.example", nonce: nonceOf(clientPublicKey) };
    const oidcToken = flow.emulator.oidcToken(claims);
    const created = flow.grid.createAuthCredential({ body: { type: "OAUTH", accountId, oidcToken } });
    await expectRefusal(created, 400, "INVALID_INPUT", /issuer that is not supported/);
    const path = { id: credentials[0]?.id ?? "" };
    const verified = flow.grid.verifyAuthCredential({ path, body: { type: "OAUTH", oidcToken, clientPublicKey } });
    await expectRefusal(verified, 401, "UNAUTHORIZED", /is not valid/);
    expect(flow.emulator.credentials(accountId)).toHaveLength(1);
  });
});
