import { createECDH } from "node:crypto";
import { generateClientKey, generateSessionKey, openSessionKey, signPayload } from "@grid-sdk/device";
import { describe, expect, test } from "vitest";
import { expectRefusal } from "../../../support/start-flow.ts";
import { demand, type LatestFlow, nonceOf, startLatestFlow } from "../../../support/start-latest-flow.ts";

/** A flow with an account whose user signs in with tokens. */
async function startTokenFlow() {
  const flow = await startLatestFlow();
  const { id: accountId, credentials } = flow.emulator.createAccount({
    email: "bob@example.com",
    credentials: [{ type: "OAUTH", sub: "bob" }],
  });
  const verify = (clientPublicKey: string, nonce = nonceOf(clientPublicKey)) =>
    flow.grid.verifyAuthCredential({
      path: { id: credentials[0]?.id ?? "" },
      body: { type: "OAUTH", oidcToken: flow.emulator.oidcToken({ sub: "bob", nonce }), clientPublicKey },
    });
  return { ...flow, tokenAccountId: accountId, verify };
}

/** Ends a session by its own key. */
async function endSession(
  { grid }: LatestFlow,
  id: string,
  sign: (payload: string) => Promise<string>,
): Promise<number> {
  const { data } = demand(await grid.revokeAuthSession({ path: { id } }), 202);
  const header = { "Grid-Wallet-Signature": await sign(data.payloadToSign), "Request-Id": data.requestId };
  return (await grid.revokeAuthSession({ path: { id }, header })).status;
}

describe("demandClientPublicKey", () => {
  test("refuses what is not a point of P-256, in a verification, a challenge and a refresh", async () => {
    await using flow = await startTokenFlow();
    const session = await flow.signIn();
    const { id } = await flow.addPasskey(session);
    for (const clientPublicKey of [`02${"ff".repeat(32)}`, `04${"11".repeat(64)}`]) {
      const calls = [
        flow.verify(clientPublicKey),
        flow.grid.challengeAuthCredential({ path: { id }, body: { clientPublicKey } }),
        flow.grid.refreshAuthSession({ path: { id: session.id }, body: { clientPublicKey } }),
      ];
      for (const call of calls) await expectRefusal(call, 400, "INVALID_PUBKEY_FORMAT", /66 characters/);
    }
    for (const wrong of ["", "02", "key"]) await expectRefusal(flow.verify(wrong), 400, "INVALID_PUBKEY_FORMAT");
  });

  test("the device's own key signs for the session, where it is compressed, in either case of letters", async () => {
    await using flow = await startTokenFlow();
    const key = await generateSessionKey();
    const { data } = demand(await flow.verify(key.publicKey.toUpperCase()), 200);
    expect(data).not.toHaveProperty("encryptedSessionSigningKey");
    expect(await endSession(flow, data.id, (payload) => signPayload(payload, key))).toBe(204);
  });

  test("for an uncompressed key the session's is sealed", async () => {
    await using flow = await startTokenFlow();
    const key = await generateClientKey();
    const { data } = demand(await flow.verify(key.publicKey), 200);
    const sessionKey = await openSessionKey(data.encryptedSessionSigningKey ?? "", key);
    expect(await endSession(flow, data.id, (payload) => signPayload(payload, sessionKey))).toBe(204);
    expect(flow.emulator.sessions(flow.tokenAccountId)).toEqual([]);
  });
});

describe("demandKeyForPasskey", () => {
  test("a passkey is challenged for a key, and mail and SMS for none", async () => {
    await using flow = await startLatestFlow();
    const { id } = await flow.addPasskey(await flow.signIn());
    for (const body of [undefined, {}]) {
      const call = flow.grid.challengeAuthCredential({ path: { id }, ...(body && { body }) });
      await expectRefusal(call, 400, "INVALID_INPUT", /clientPublicKey is required/);
    }
    const calls = [flow.emailId, flow.smsId].map((credential) =>
      flow.grid.challengeAuthCredential({ path: { id: credential }, body: {} }),
    );
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe("demandNonce", () => {
  test("the token's nonce is the SHA-256 of the key's characters as they are sent", async () => {
    await using flow = await startTokenFlow();
    const { publicKey } = await generateSessionKey();
    const ecdh = createECDH("prime256v1");
    const other = ecdh.generateKeys("hex", "compressed");
    for (const nonce of ["", nonceOf(other), nonceOf(publicKey.toUpperCase()), nonceOf(publicKey).toUpperCase()]) {
      await expectRefusal(flow.verify(publicKey, nonce), 401, "UNAUTHORIZED", /nonce/);
    }
    expect((await flow.verify(publicKey)).status).toBe(200);
  });
});
