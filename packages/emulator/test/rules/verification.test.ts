import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { PasskeyAuthChallenge } from "@grid-sdk/core";
import { expectRefusal, newPublicKey, openSession, SITE, startFlow, verifyCode } from "../support/start-flow.ts";

/** A flow whose user has a passkey, and a challenge of it. */
async function startPasskeyFlow() {
  const flow = await startFlow();
  const { id, authenticator } = await flow.addPasskey(await flow.signIn());
  const challenge = async () =>
    (await flow.grid.challengeAuthCredential({ path: { id } })).data as PasskeyAuthChallenge;
  const clientPublicKey = await newPublicKey();
  const verify = (requestId: string, assertion: ReturnType<typeof authenticator.assert>, credentialId = id) =>
    flow.grid.verifyAuthCredential({
      path: { id: credentialId },
      header: { "Request-Id": requestId },
      body: { type: "PASSKEY", assertion, clientPublicKey },
    });
  return { ...flow, id, authenticator, challenge, verify };
}

/** A flow whose user signs in with tokens. */
async function startTokenFlow() {
  const flow = await startFlow();
  const { id: tokenAccountId, credentials } = flow.emulator.createAccount({
    email: "bob@example.com",
    credentials: [{ type: "OAUTH", sub: "bob" }],
  });
  const clientPublicKey = await newPublicKey();
  const verify = (oidcToken: string) =>
    flow.grid.verifyAuthCredential({
      path: { id: credentials[0]?.id ?? "" },
      body: { type: "OAUTH", oidcToken, clientPublicKey },
    });
  return { ...flow, tokenAccountId, verify };
}

describe("demandType", () => {
  test("a credential is not verified by the proof of another type", async () => {
    await using flow = await startFlow();
    const body = { type: "OAUTH", oidcToken: "a.b.c", clientPublicKey: await newPublicKey() } as const;
    const call = flow.grid.verifyAuthCredential({ path: { id: flow.emailId }, body });
    await expectRefusal(call, 400, "INVALID_INPUT", /is of type EMAIL_OTP/);
  });
});

describe("useToken", () => {
  test("a token that was used is used, however its signature is written", async () => {
    await using flow = await startTokenFlow();
    const token = flow.emulator.oidcToken({ sub: "bob" });
    await flow.verify(token);
    const signature = Buffer.from(token.slice(token.lastIndexOf(".") + 1), "base64url");
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const otherS = (order - BigInt(`0x${signature.subarray(32).toString("hex")}`)).toString(16).padStart(64, "0");
    const mirrored = Buffer.concat([signature.subarray(0, 32), Buffer.from(otherS, "hex")]).toString("base64url");
    const again = `${token.slice(0, token.lastIndexOf("."))}.${mirrored}`;
    for (const other of [again, `${token}==`, `${token} `])
      await expectRefusal(flow.verify(other), 401, "UNAUTHORIZED");
    expect(flow.emulator.sessions(flow.tokenAccountId)).toHaveLength(1);
  });

  test("it is remembered as long as it would be accepted", async () => {
    await using flow = await startTokenFlow();
    const token = flow.emulator.oidcToken({ sub: "bob" });
    await flow.verify(token);
    flow.emulator.advance(64_000);
    await flow.verify(flow.emulator.oidcToken({ sub: "bob" }));
    await expectRefusal(flow.verify(token), 401, "UNAUTHORIZED", /was used/);
  });

  test("a token verifies once, and another one does again", async () => {
    await using flow = await startTokenFlow();
    const token = flow.emulator.oidcToken({ sub: "bob" });
    expect((await flow.verify(token)).status).toBe(200);
    await expectRefusal(flow.verify(token), 401, "UNAUTHORIZED", /was used/);
    flow.emulator.advance(1_000);
    expect((await flow.verify(flow.emulator.oidcToken({ sub: "bob" }))).status).toBe(200);
  });

  test("it is of the credential's issuer, subject and audience", async () => {
    await using flow = await startTokenFlow();
    const { emulator } = flow;
    await expectRefusal(flow.verify(emulator.oidcToken({ sub: "eve" })), 401, "UNAUTHORIZED");
    await expectRefusal(flow.verify(emulator.oidcToken({ sub: "bob", aud: "other-app" })), 401, "UNAUTHORIZED");
    await expectRefusal(
      flow.verify(emulator.oidcToken({ sub: "bob", iss: "https://eve.example" })),
      401,
      "UNAUTHORIZED",
    );
  });

  test("of another issuer it registers nothing", async () => {
    await using flow = await startTokenFlow();
    const oidcToken = flow.emulator.oidcToken({ sub: "ada", iss: "https://eve.example" });
    const { id: accountId } = flow.emulator.createAccount({ email: "ada@example.com", credentials: [] });
    const call = flow.grid.createAuthCredential({ body: { type: "OAUTH", accountId, oidcToken } });
    await expectRefusal(call, 401, "UNAUTHORIZED", /is not valid/);
  });

  test("it is at most a minute old, of now, and has not expired", async () => {
    await using flow = await startTokenFlow();
    const { emulator } = flow;
    const now = Math.floor(Date.now() / 1000);
    for (const times of [{ iat: now - 70 }, { iat: now + 60 }, { iat: now - 30, exp: now - 20 }]) {
      await expectRefusal(flow.verify(emulator.oidcToken({ sub: "bob", ...times })), 401, "UNAUTHORIZED");
    }
    const token = emulator.oidcToken({ sub: "bob" });
    emulator.advance(70_000);
    await expectRefusal(flow.verify(token), 401, "UNAUTHORIZED");
    expect((await flow.verify(emulator.oidcToken({ sub: "bob" }))).status).toBe(200);
  });

  test("its signature is by the issuer's key", async () => {
    await using flow = await startTokenFlow();
    await using other = await startFlow();
    const [head, , signature] = flow.emulator.oidcToken({ sub: "bob" }).split(".");
    const claims = { iss: flow.emulator.url, aud: "grid-emulator", sub: "bob", iat: 0, exp: 2 ** 40 };
    const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
    const unsigned = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    const forged = other.emulator.oidcToken({ sub: "bob", iss: flow.emulator.url });
    for (const token of ["token", `${head}.${payload}.${signature}`, `${unsigned}.${payload}.`, forged]) {
      await expectRefusal(flow.verify(token), 401, "UNAUTHORIZED", /is not valid/);
    }
  });
});

describe("takePasskeyChallenge", () => {
  test("a challenge can be signed once, and the attempt uses it up", async () => {
    await using flow = await startPasskeyFlow();
    const { challenge, requestId } = await flow.challenge();
    await expectRefusal(flow.verify(requestId, flow.authenticator.assert("AAAA")), 401, "UNAUTHORIZED", /challenge/);
    await expectRefusal(
      flow.verify(requestId, flow.authenticator.assert(challenge)),
      401,
      "UNAUTHORIZED",
      /not belong to an open challenge/,
    );
    const next = await flow.challenge();
    expect((await flow.verify(next.requestId, flow.authenticator.assert(next.challenge))).status).toBe(200);
    await expectRefusal(flow.verify(next.requestId, flow.authenticator.assert(next.challenge)), 401, "UNAUTHORIZED");
  });

  test("it can be signed for five minutes", async () => {
    await using flow = await startPasskeyFlow();
    const { challenge, requestId, expiresAt } = await flow.challenge();
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(300_000);
    flow.emulator.advance(300_000);
    await expectRefusal(flow.verify(requestId, flow.authenticator.assert(challenge)), 401, "UNAUTHORIZED", /expired/);
  });

  test("it is of the credential, and of another one it stays good", async () => {
    await using flow = await startPasskeyFlow();
    const { challenge, requestId } = await flow.challenge();
    const bob = flow.emulator.createAccount({
      email: "bob@example.com",
      credentials: [{ type: "PASSKEY", nickname: "key", ...seedOf(flow.emulator.passkey(SITE)) }],
    });
    const assertion = flow.authenticator.assert(challenge);
    await expectRefusal(flow.verify(requestId, assertion, bob.credentials[0]?.id), 401, "UNAUTHORIZED");
    expect((await flow.verify(requestId, assertion)).status).toBe(200);
  });
});

describe("an assertion", () => {
  test("of another passkey is refused", async () => {
    await using flow = await startPasskeyFlow();
    const { challenge, requestId } = await flow.challenge();
    const other = flow.emulator.passkey(SITE).assert(challenge);
    await expectRefusal(flow.verify(requestId, other), 401, "UNAUTHORIZED", /another passkey/);
    const again = await flow.challenge();
    const { credentialId } = flow.authenticator;
    const eve = flow.emulator.passkey(SITE);
    // Its counter lies ahead: only the signature is wrong.
    for (let signed = 0; signed < 5; signed += 1) eve.assert(again.challenge);
    const forged = { ...eve.assert(again.challenge), credentialId };
    await expectRefusal(flow.verify(again.requestId, forged), 401, "INVALID_SIGNATURE");
  });

  test("whose counter has been seen is refused", async () => {
    await using flow = await startPasskeyFlow();
    const [first, second] = [await flow.challenge(), await flow.challenge()];
    const early = flow.authenticator.assert(first.challenge);
    await flow.verify(second.requestId, flow.authenticator.assert(second.challenge));
    await expectRefusal(flow.verify(first.requestId, early), 401, "UNAUTHORIZED", /counter/);
  });

  test("is over the characters of a challenge of the API's later form", async () => {
    await using flow = await startFlow();
    const challenge = createHash("sha256").update("session").digest("hex");
    const { clientDataJson } = flow.emulator.passkey(SITE).assert(challenge);
    const clientData = JSON.parse(Buffer.from(clientDataJson, "base64url").toString()) as { challenge: string };
    expect(Buffer.from(clientData.challenge, "base64url").toString()).toBe(challenge);
  });
});

describe("a session", () => {
  test("has a signing key of its own, which is given out once", async () => {
    await using flow = await startFlow();
    const session = await openSession(async (clientPublicKey) => {
      await flow.grid.challengeAuthCredential({ path: { id: flow.emailId } });
      return verifyCode(flow, flow.emulator.outbox.at(-1)?.code ?? "", clientPublicKey);
    });
    const { data } = await flow.grid.listAuthSessions({ query: { accountId: flow.accountId } });
    expect(data.data).toEqual(flow.emulator.sessions(flow.accountId));
    expect(data.data.map(({ id, ...others }) => [id, "encryptedSessionSigningKey" in others])).toEqual([
      [session.id, false],
    ]);
  });

  test("is listed until it expires, a quarter of an hour later", async () => {
    await using flow = await startFlow();
    await flow.signIn();
    const list = async () =>
      (await flow.grid.listAuthSessions({ query: { accountId: flow.accountId } })).data.data.length;
    flow.emulator.advance(890_000);
    expect(await list()).toBe(1);
    flow.emulator.advance(10_000);
    expect(await list()).toBe(0);
  });
});

/** The fields of a passkey in a seed. */
function seedOf({ credentialId, publicKey, rpId }: { credentialId: string; publicKey: string; rpId: string }) {
  return { credentialId, publicKey, rpId };
}
