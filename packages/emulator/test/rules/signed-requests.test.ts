import { randomUUID } from "node:crypto";
import { generateClientKey, sessionKeyOf } from "@grid-sdk/device";
import { describe, expect, test } from "vitest";
import {
  demandChallenge,
  expectRefusal,
  type OpenSession,
  registration,
  signedBy,
  SITE,
  startFlow,
} from "../support/start-flow.ts";

/** A flow with a passkey that is to be revoked, by a session of the EMAIL_OTP credential. */
async function startRevocation() {
  const flow = await startFlow();
  const session = await flow.signIn();
  const { id } = await flow.addPasskey(session);
  const ask = async () => demandChallenge(await flow.grid.revokeAuthCredential({ path: { id } }));
  const revoke = (header: { "Grid-Wallet-Signature"?: string; "Request-Id"?: string }) =>
    flow.grid.revokeAuthCredential({ path: { id }, header });
  return { ...flow, session, id, ask, revoke };
}

const encode = (stamp: object) => Buffer.from(JSON.stringify(stamp)).toString("base64url");
const readStamp = (header: string) =>
  JSON.parse(Buffer.from(header, "base64url").toString()) as { publicKey: string; scheme: string; signature: string };

describe("requestSignature", () => {
  test("nothing happens until the request is signed", async () => {
    await using flow = await startRevocation();
    const before = flow.emulator.credentials(flow.accountId);
    const asked = await flow.ask();
    expect(Date.parse(asked.expiresAt) - Date.now()).toBeLessThanOrEqual(300_000);
    expect(flow.emulator.credentials(flow.accountId)).toEqual(before);
    expect(flow.emulator.outbox).toHaveLength(1);
  });

  test("the 202 is of the type of what it is about", async () => {
    await using flow = await startRevocation();
    const { data } = await flow.grid.revokeAuthCredential({ path: { id: flow.id } });
    expect(data).toMatchObject({ type: "PASSKEY" });
    const ended = await flow.grid.revokeAuthSession({ path: { id: flow.session.id } });
    expect(ended.data).toMatchObject({ type: "EMAIL_OTP" });
  });
});

describe("takeSignedRequest", () => {
  test("headers of a signature are looked at also where none is needed", async () => {
    await using flow = await startFlow();
    const { id: accountId } = flow.emulator.createAccount({ email: "bob@example.com", credentials: [] });
    const header = { "Grid-Wallet-Signature": "e30", "Request-Id": randomUUID() };
    const call = flow.grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId }, header });
    await expectRefusal(call, 401, "UNAUTHORIZED");
    expect(flow.emulator.credentials(accountId)).toEqual([]);
  });

  test("a token that was fresh when the signature was requested is accepted with the signature", async () => {
    await using flow = await startFlow();
    const session = await flow.signIn();
    const oidcToken = flow.emulator.oidcToken({ sub: "ada" });
    const body = { type: "OAUTH", accountId: flow.accountId, oidcToken } as const;
    const asked = demandChallenge(await flow.grid.createAuthCredential({ body }));
    flow.emulator.advance(240_000);
    const { status } = await flow.grid.createAuthCredential({ body, header: await signedBy(session, asked) });
    expect(status).toBe(201);
  });
});

describe("demandPendingRequest", () => {
  test("a request id is known, works once, and for five minutes", async () => {
    await using flow = await startRevocation();
    const asked = await flow.ask();
    const header = await signedBy(flow.session, asked);
    await expectRefusal(flow.revoke({ ...header, "Request-Id": randomUUID() }), 401, "UNAUTHORIZED", /unknown/);
    await expectRefusal(flow.revoke({ "Grid-Wallet-Signature": "e30" }), 401, "UNAUTHORIZED", /missing/);
    flow.emulator.advance(300_000);
    await expectRefusal(flow.revoke(header), 401, "UNAUTHORIZED", /expired/);
  });

  test("an attempt uses it up, even if it fails", async () => {
    await using flow = await startRevocation();
    const header = await signedBy(flow.session, await flow.ask());
    await expectRefusal(flow.revoke({ ...header, "Grid-Wallet-Signature": "e30" }), 401, "INVALID_SIGNATURE");
    await expectRefusal(flow.revoke(header), 401, "UNAUTHORIZED", /was used/);
  });

  test("of two clients that race for it one gets it", async () => {
    await using flow = await startFlow();
    const session = await flow.signIn();
    const body = registration(flow.accountId, flow.emulator.passkey(SITE));
    const header = await signedBy(session, demandChallenge(await flow.grid.createAuthCredential({ body })));
    const results = await Promise.allSettled([1, 2].map(() => flow.grid.createAuthCredential({ body, header })));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(flow.emulator.credentials(flow.accountId)).toHaveLength(2);
  });
});

describe("demandSameRequest", () => {
  test("a signature is for the request that it was asked for: method, path and body", async () => {
    await using flow = await startRevocation();
    const header = async () => signedBy(flow.session, await flow.ask());
    const { grid, session } = flow;
    await expectRefusal(
      grid.revokeAuthSession({ path: { id: session.id }, header: await header() }),
      401,
      "INVALID_SIGNATURE",
      /another request/,
    );
    const body = registration(flow.accountId, flow.emulator.passkey(SITE), "b25lLW1vcmU");
    await expectRefusal(grid.createAuthCredential({ body, header: await header() }), 401, "INVALID_SIGNATURE");
    const asked = demandChallenge(await grid.createAuthCredential({ body }));
    const changed = { ...body, nickname: "Another" };
    const signed = await signedBy(session, asked);
    await expectRefusal(grid.createAuthCredential({ body: changed, header: signed }), 401, "INVALID_SIGNATURE");
  });

  test("a signature for revoking one credential revokes no other", async () => {
    await using flow = await startRevocation();
    const other = await flow.addPasskey(flow.session, "YW5vdGhlci1jaGFsbGVuZ2U");
    const header = await signedBy(flow.session, await flow.ask());
    const call = flow.grid.revokeAuthCredential({ path: { id: other.id }, header });
    await expectRefusal(call, 401, "INVALID_SIGNATURE", /another request/);
    expect(flow.emulator.credentials(flow.accountId).map(({ id }) => id)).toContain(other.id);
  });

  test("the order of a body's fields does not matter", async () => {
    await using flow = await startFlow();
    const session = await flow.signIn();
    const body = registration(flow.accountId, flow.emulator.passkey(SITE));
    const header = await signedBy(session, demandChallenge(await flow.grid.createAuthCredential({ body })));
    const reversed = Object.fromEntries(Object.entries(body).toReversed()) as typeof body;
    expect((await flow.grid.createAuthCredential({ body: reversed, header })).status).toBe(201);
  });
});

describe("demandStamp", () => {
  test("a signature is a stamp: base64url without padding of three fields", async () => {
    await using flow = await startRevocation();
    const wrong = async (change: (header: string) => string) => {
      const { "Grid-Wallet-Signature": good, "Request-Id": requestId } = await signedBy(flow.session, await flow.ask());
      const header = { "Grid-Wallet-Signature": change(good), "Request-Id": requestId };
      await expectRefusal(flow.revoke(header), 401, "INVALID_SIGNATURE", /base64url without padding/);
    };
    await wrong((good) => `${good}==`);
    await wrong((good) => Buffer.from(good, "base64url").toString("utf8"));
    await wrong((good) => readStamp(good).signature);
    await wrong((good) => encode({ ...readStamp(good), scheme: "P256_ECDSA_SHA256" }));
    await wrong((good) => encode({ ...readStamp(good), publicKey: `04${"11".repeat(64)}` }));
    await wrong((good) => encode({ ...readStamp(good), extra: 1 }));
  });

  test("it is there", async () => {
    await using flow = await startRevocation();
    const { requestId } = await flow.ask();
    await expectRefusal(flow.revoke({ "Request-Id": requestId }), 401, "INVALID_SIGNATURE", /missing/);
  });
});

describe("demandSigner", () => {
  test("a session of another account, one that is over and one that was ended cannot sign", async () => {
    await using flow = await startRevocation();
    await using other = await startFlow();
    const foreign = await other.signIn();
    const header = await signedBy(foreign, await flow.ask());
    await expectRefusal(flow.revoke(header), 401, "INVALID_SIGNATURE", /open session of this account/);
    flow.emulator.advance(890_000);
    const asked = await flow.ask();
    flow.emulator.advance(10_000);
    await expectRefusal(flow.revoke(await signedBy(flow.session, asked)), 401, "INVALID_SIGNATURE", /open session/);
  });

  test("a session of another account of the same emulator cannot sign", async () => {
    await using flow = await startRevocation();
    const { id: accountId, credentials } = flow.emulator.createAccount({ email: "bob@example.com" });
    const path = { id: credentials[0]?.id ?? "" };
    await flow.grid.challengeAuthCredential({ path });
    const otp = flow.emulator.outbox.at(-1)?.code ?? "";
    const clientKey = await generateClientKey();
    const body = { type: "EMAIL_OTP", otp, clientPublicKey: clientKey.publicKey } as const;
    const { data: session } = await flow.grid.verifyAuthCredential({ path, body });
    const foreign = { id: session.id, key: await sessionKeyOf(session, clientKey) };
    expect(flow.emulator.sessions(accountId).map(({ id }) => id)).toEqual([foreign.id]);
    const header = await signedBy(foreign, await flow.ask());
    await expectRefusal(flow.revoke(header), 401, "INVALID_SIGNATURE", /open session of this account/);
  });

  test("a credential is not revoked by its own session", async () => {
    await using flow = await startFlow();
    const session = await flow.signIn();
    const { id, authenticator } = await flow.addPasskey(session);
    const own = await flow.signInWith(id, authenticator);
    const asked = demandChallenge(await flow.grid.revokeAuthCredential({ path: { id } }));
    const call = flow.grid.revokeAuthCredential({ path: { id }, header: await signedBy(own, asked) });
    await expectRefusal(call, 401, "INVALID_SIGNATURE", /its own credential/);
  });

  test("a session is ended by any of the account, itself too", async () => {
    await using flow = await startFlow();
    const [first, second] = [await flow.signIn(), await flow.signIn()];
    const end = async (id: string, signer: OpenSession) => {
      const header = await signedBy(signer, demandChallenge(await flow.grid.revokeAuthSession({ path: { id } })));
      return (await flow.grid.revokeAuthSession({ path: { id }, header })).status;
    };
    expect(await end(first.id, second)).toBe(204);
    expect(await end(second.id, second)).toBe(204);
    expect(flow.emulator.sessions(flow.accountId)).toEqual([]);
  });
});

describe("demandSignature", () => {
  test("a signature is over the exact payload", async () => {
    await using flow = await startRevocation();
    const asked = await flow.ask();
    const changed = { ...asked, payloadToSign: `${asked.payloadToSign} ` };
    await expectRefusal(flow.revoke(await signedBy(flow.session, changed)), 401, "INVALID_SIGNATURE", /exactly/);
  });
});
