import { generateSessionKey } from "@grid-sdk/device";
import { describe, expect, test } from "vitest";
import { expectRefusal } from "../../../support/start-flow.ts";
import { startLatestFlow } from "../../../support/start-latest-flow.ts";

describe("issueKeyChallenge", () => {
  test("each call makes another challenge, and each can be signed for its own key", async () => {
    await using flow = await startLatestFlow({ now: () => 0 });
    const { id, authenticator } = await flow.addPasskey(await flow.signIn());
    const { publicKey: clientPublicKey } = await generateSessionKey();
    const challenge = async () => {
      const { data } = await flow.grid.challengeAuthCredential({ path: { id }, body: { clientPublicKey } });
      if (!("challenge" in data)) throw new Error("no challenge");
      return data;
    };
    const [first, second] = [await challenge(), await challenge()];
    expect(first.challenge).not.toBe(second.challenge);
    expect(first).toMatchObject({
      credentialId: authenticator.credentialId,
      challenge: expect.stringMatching(/^[0-9a-f]{64}$/),
      requestId: expect.stringMatching(/^Request:[0-9a-f-]{36}$/),
      expiresAt: "1970-01-01T00:05:00.000Z",
    });
    for (const { challenge: signed, requestId } of [second, first]) {
      const { status } = await flow.grid.verifyAuthCredential({
        path: { id },
        header: { "Request-Id": requestId },
        body: { type: "PASSKEY", assertion: authenticator.assert(signed) },
      });
      expect(status).toBe(200);
    }
    const again = flow.grid.verifyAuthCredential({
      path: { id },
      header: { "Request-Id": first.requestId },
      body: { type: "PASSKEY", assertion: authenticator.assert(first.challenge) },
    });
    await expectRefusal(again, 401, "UNAUTHORIZED", /not belong to an open challenge/);
  });

  test("a proof without Request-Id is 401, and 400 where it breaks the contract in another way too", async () => {
    await using flow = await startLatestFlow();
    const { id, authenticator } = await flow.addPasskey(await flow.signIn());
    const { publicKey: clientPublicKey } = await generateSessionKey();
    const { data } = await flow.grid.challengeAuthCredential({ path: { id }, body: { clientPublicKey } });
    if (!("challenge" in data)) throw new Error("no challenge");
    const assertion = authenticator.assert(data.challenge);
    const verify = (body: object) =>
      flow.grid.verifyAuthCredential({ path: { id }, body: { type: "PASSKEY", ...body } as never });
    await expectRefusal(verify({ assertion }), 401, "UNAUTHORIZED", /header\/Request-Id is required for PASSKEY/);
    await expectRefusal(verify({ assertion: {} }), 400, "INVALID_INPUT", /assertion/);
    // Neither has used up the challenge.
    const header = { "Request-Id": data.requestId };
    const verified = await flow.grid.verifyAuthCredential({
      path: { id },
      header,
      body: { type: "PASSKEY", assertion },
    });
    expect(verified.status).toBe(200);
  });

  test("a passkey is registered without a challenge, and lists its own id", async () => {
    await using flow = await startLatestFlow();
    const { id, authenticator } = await flow.addPasskey(await flow.signIn());
    const { data } = await flow.grid.listAuthCredentials({ query: { accountId: flow.accountId } });
    const passkey = data.data.find((credential) => credential.id === id);
    expect(passkey).toMatchObject({ type: "PASSKEY", credentialId: authenticator.credentialId });
    expect(passkey).not.toHaveProperty("challenge");
    await flow.signInWith(id, authenticator);
    const { data: sessions } = await flow.grid.listAuthSessions({ query: { accountId: flow.accountId } });
    expect(sessions.data.map(({ type, credentialId }) => [type, credentialId])).toEqual([
      ["EMAIL_OTP", undefined],
      ["PASSKEY", authenticator.credentialId],
    ]);
  });

  test("its verification does not look at a signature of the wallet", async () => {
    await using flow = await startLatestFlow();
    const { id, authenticator } = await flow.addPasskey(await flow.signIn());
    const { publicKey: clientPublicKey } = await generateSessionKey();
    const { data } = await flow.grid.challengeAuthCredential({ path: { id }, body: { clientPublicKey } });
    if (!("challenge" in data)) throw new Error("no challenge");
    const { status } = await flow.grid.verifyAuthCredential({
      path: { id },
      header: { "Request-Id": data.requestId, "Grid-Wallet-Signature": "none" },
      body: { type: "PASSKEY", assertion: authenticator.assert(data.challenge) },
    });
    expect(status).toBe(200);
  });
});

describe("refuseOauthChallenge", () => {
  test("a token has no challenge", async () => {
    await using flow = await startLatestFlow();
    const { credentials } = flow.emulator.createAccount({
      email: "bob@example.com",
      credentials: [{ type: "OAUTH", sub: "bob" }],
    });
    const call = flow.grid.challengeAuthCredential({ path: { id: credentials[0]?.id ?? "" } });
    await expectRefusal(call, 400, "INVALID_INPUT", /no challenge/);
  });
});
