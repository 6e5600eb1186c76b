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

describe("sendCode", () => {
  test("the mail has the address, the code, the credential and the time", async () => {
    const now = Date.parse("2026-04-08T15:30:01Z");
    await using flow = await startFlow({ now: () => now });
    await flow.grid.challengeAuthCredential({ path: { id: flow.emailId } });
    const { emailId: credential } = flow;
    expect(flow.emulator.outbox).toEqual([
      { to: "ada@example.com", code: expect.stringMatching(/^\d{6}$/), credential, time: "2026-04-08T15:30:01.000Z" },
    ]);
  });

  test("a new code replaces the last one", async () => {
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
