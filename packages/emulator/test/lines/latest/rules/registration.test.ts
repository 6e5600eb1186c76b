import { signedRetry } from "@grid-sdk/client/latest";
import { generateSessionKey, signPayload } from "@grid-sdk/device";
import { describe, expect, test } from "vitest";
import { expectRefusal, registration, SITE } from "../../../support/start-flow.ts";
import { demand, signedBy, startLatestFlow } from "../../../support/start-latest-flow.ts";

describe("demandPhoneNumber", () => {
  test("a customer without a phone number gets no SMS", async () => {
    await using flow = await startLatestFlow();
    const { id: accountId } = flow.emulator.createAccount({ email: "bob@example.com" });
    const call = flow.grid.createAuthCredential({ body: { type: "SMS_OTP", accountId } });
    await expectRefusal(call, 400, "INVALID_INPUT", /no phone number/);
    const seed = { email: "eve@example.com", credentials: [{ type: "SMS_OTP" }] } as const;
    expect(() => flow.emulator.createAccount(seed)).toThrow(/eve@example.com: The customer has no phone number/);
  });

  test("a code by SMS goes to the number, and is sealed to the bundle of the 201", async () => {
    await using flow = await startLatestFlow();
    const { grid, emulator } = flow;
    const { id: accountId, credentials } = emulator.createAccount({
      email: "bob@example.com",
      phoneNumber: "+4915112345678",
    });
    const id = credentials[0]?.id ?? "";
    const { key } = await flow.signIn(id);
    const created = await signedRetry(
      (signed) => grid.createAuthCredential({ body: { type: "SMS_OTP", accountId }, ...signed }),
      (payload) => signPayload(payload, key),
    );
    expect(created.data).toMatchObject({ nickname: "+4915112345678", otpEncryptionTargetBundle: expect.any(String) });
    expect(emulator.texts).toMatchObject([{ to: "+4915112345678", credential: created.data.id }]);
    const again = grid.createAuthCredential({ body: { type: "SMS_OTP", accountId } });
    await expectRefusal(again, 400, "SMS_OTP_CREDENTIAL_ALREADY_EXISTS");
  });
});

describe("demandNickname", () => {
  test("1 to 100 letters, digits, spaces and . _ - ' ( ), without the spaces around", async () => {
    await using flow = await startLatestFlow();
    const register = (nickname: string) => {
      const { id: accountId } = flow.emulator.createAccount({ email: "bob@example.com", credentials: [] });
      const body = { ...registration(accountId, flow.emulator.passkey(SITE)), nickname };
      return flow.grid.createAuthCredential({ body });
    };
    for (const wrong of ["", " ", "a\nb", "<b>", "a".repeat(101)]) {
      await expectRefusal(register(wrong), 400, "INVALID_INPUT", /nickname must have 1 to 100 characters/);
    }
    const good = [" Łukasz's (work) key_1. ", "鍵".repeat(100), "Jose\u0301", "हिन्दी"];
    for (const nickname of good) {
      const { data } = await register(nickname);
      expect(data).toMatchObject({ nickname: nickname.trim() });
    }
    const seed = { type: "PASSKEY", credentialId: "YQ", publicKey: "YQ", rpId: "example.com" } as const;
    const createAccount = (nickname: string) =>
      flow.emulator.createAccount({ email: "eve@example.com", credentials: [{ ...seed, nickname }] });
    expect(() => createAccount("<b>")).toThrow(/eve@example.com: nickname must have 1 to 100 characters/);
    expect(createAccount(" Key ").credentials).toMatchObject([{ nickname: "Key" }]);
  });
});

test("the first credential of a wallet gets its code by a challenge", async () => {
  await using flow = await startLatestFlow();
  const { id: accountId } = flow.emulator.createAccount({ email: "bob@example.com", credentials: [] });
  const { status, data } = await flow.grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId } });
  expect(status).toBe(201);
  expect(data).not.toHaveProperty("otpEncryptionTargetBundle");
  expect(flow.emulator.outbox).toEqual([]);
  const carl = { email: "carl@example.com", phoneNumber: "+12025550143", credentials: [] };
  const { id: other } = flow.emulator.createAccount(carl);
  const sms = await flow.grid.createAuthCredential({ body: { type: "SMS_OTP", accountId: other } });
  expect(sms.data).toHaveProperty("otpEncryptionTargetBundle");
});

test("a key that also signs for the credential's own session does not revoke it", async () => {
  await using flow = await startLatestFlow();
  const key = await generateSessionKey();
  for (const id of [flow.emailId, flow.smsId]) {
    const sealed = await flow.seal(await flow.sendCode(id), key.publicKey);
    const asked = demand(await flow.verifySealed(sealed, undefined, id), 202);
    await flow.verifySealed(sealed, await signedBy(key, asked.data), id);
  }
  const path = { id: flow.emailId };
  const { data } = demand(await flow.grid.revokeAuthCredential({ path }), 202);
  const call = flow.grid.revokeAuthCredential({ path, header: await signedBy(key, data) });
  await expectRefusal(call, 401, "WALLET_SIGNATURE_INVALID", /its own credential/);
});
