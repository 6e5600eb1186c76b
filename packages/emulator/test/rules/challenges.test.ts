import { isGridError } from "@grid-sdk/client";
import { describe, expect, test } from "vitest";
import { expectRefusal, newPublicKey, startFlow } from "../support/start-flow.ts";

describe("limitCodes", () => {
  test("a credential is mailed a code every 30 seconds, and Retry-After says how long to wait", async () => {
    await using flow = await startFlow({ challengeEveryMs: undefined });
    const challenge = () => flow.grid.challengeAuthCredential({ path: { id: flow.emailId } });
    await challenge();
    flow.emulator.advance(12_500);
    const error = await challenge().catch((reason: unknown) => reason);
    expect(isGridError(error, "RATE_LIMITED") && error.retryAfterMs).toBe(18_000);
    expect(flow.emulator.outbox).toHaveLength(1);
    flow.emulator.advance(18_000);
    expect((await challenge()).status).toBe(200);
  });

  test("a code that was mailed at registration counts", async () => {
    await using flow = await startFlow({ challengeEveryMs: 1_000 });
    const { id: accountId } = flow.emulator.createAccount({ email: "bob@example.com", credentials: [] });
    const { data } = await flow.grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId } });
    const challenge = flow.grid.challengeAuthCredential({ path: { id: (data as { id: string }).id } });
    await expectRefusal(challenge, 429, "RATE_LIMITED");
  });

  test("each credential has a limit of its own, and passkeys and tokens have none", async () => {
    await using flow = await startFlow({ challengeEveryMs: undefined });
    const { credentials } = flow.emulator.createAccount({
      email: "bob@example.com",
      credentials: [{ type: "EMAIL_OTP" }, { type: "OAUTH", sub: "bob" }],
    });
    const ids = [flow.emailId, ...credentials.flatMap(({ id, type }) => (type === "OAUTH" ? [id, id] : [id]))];
    for (const id of ids) expect((await flow.grid.challengeAuthCredential({ path: { id } })).status).toBe(200);
  });
});

describe("mailCode", () => {
  test("the mail says to whom, which code, for which credential and when", async () => {
    const now = Date.parse("2026-04-08T15:30:01Z");
    await using flow = await startFlow({ now: () => now });
    await flow.grid.challengeAuthCredential({ path: { id: flow.emailId } });
    const { emailId: credential } = flow;
    expect(flow.emulator.outbox).toEqual([
      { to: "ada@example.com", code: expect.stringMatching(/^\d{6}$/), credential, time: "2026-04-08T15:30:01.000Z" },
    ]);
  });

  test("a new code takes the place of the last one", async () => {
    const codes = ["111111", "222222"];
    await using flow = await startFlow({ otp: () => codes.shift() ?? "" });
    const clientPublicKey = await newPublicKey();
    const verify = (otp: string) =>
      flow.grid.verifyAuthCredential({ path: { id: flow.emailId }, body: { type: "EMAIL_OTP", otp, clientPublicKey } });
    await flow.grid.challengeAuthCredential({ path: { id: flow.emailId } });
    await flow.grid.challengeAuthCredential({ path: { id: flow.emailId } });
    await expectRefusal(verify("111111"), 401, "UNAUTHORIZED");
    expect((await verify("222222")).status).toBe(200);
  });
});

describe("issuePasskeyChallenge", () => {
  test("each call makes another challenge, and each can be answered", async () => {
    await using flow = await startFlow();
    const { id, authenticator } = await flow.addPasskey(await flow.signIn());
    const [first, second] = [
      await flow.grid.challengeAuthCredential({ path: { id } }),
      await flow.grid.challengeAuthCredential({ path: { id } }),
    ].map(({ data }) => data as { challenge: string; requestId: string; expiresAt: string });
    expect(first?.challenge).not.toBe(second?.challenge);
    expect(first?.challenge).toMatch(/^[\w-]{32}$/);
    for (const { challenge, requestId } of [second, first].flatMap((item) => item ?? [])) {
      const clientPublicKey = await newPublicKey();
      const assertion = authenticator.assert(challenge);
      const { status } = await flow.grid.verifyAuthCredential({
        path: { id },
        header: { "Request-Id": requestId },
        body: { type: "PASSKEY", assertion, clientPublicKey },
      });
      expect(status).toBe(200);
    }
  });
});
