import { createGridClient } from "@grid-sdk/client/latest";
import { signPayload } from "@grid-sdk/device";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { completeVerification, sendSealedCode, startVerification } from "../../examples/backend/sealed-code.ts";
import { askForSealedCode, signInWithSealedCode } from "../../examples/device/sealed-code.ts";
import { catchError } from "../support/catch-error.ts";
import { stubPageFetch } from "../support/page-fetch.ts";
import { verifyStamp } from "../support/read-stamp.ts";
import { CODE, startSealedOtpServer } from "../support/sealed-otp-server.ts";
import { startBackend } from "../support/start-backend.ts";

describe.each(["EMAIL_OTP", "SMS_OTP"] as const)("the recipe of a sealed code, both halves, by %s", (type) => {
  const stack = new AsyncDisposableStack();
  let api: Awaited<ReturnType<typeof startSealedOtpServer>>;

  beforeAll(async () => {
    api = stack.use(await startSealedOtpServer(type));
    const grid = createGridClient({ clientId: "id", clientSecret: "secret", baseUrl: api.url, maxRetries: 0 });
    const backend = await startBackend({
      "/sign-in/code/send": () => sendSealedCode(grid, api.credential),
      "/sign-in/code/verify": (body) => startVerification(grid, api.credential, body),
      "/sign-in/code/sign": (body) => completeVerification(grid, api.credential, body),
    });
    stubPageFetch(stack.use(backend).url);
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    return stack.disposeAsync();
  });

  test("signs in, to the device's own key", async () => {
    const bundle = await askForSealedCode();
    const key = await signInWithSealedCode(bundle, ` ${CODE}\n`, { signer: api.otpSigner });
    expect(api.sessionKeys).toContain(key.publicKey);
    expect(verifyStamp(await signPayload("payload", key), "payload")).toBe(true);
  });

  test("refuses a wrong code, and says so", async () => {
    const wrong = signInWithSealedCode(await askForSealedCode(), "000000", { signer: api.otpSigner });
    expect(String(await catchError(wrong))).toContain('401 {"message":"wrong or too late: start again"}');
  });

  test("seals for production's signer alone, if no other is given", async () => {
    const error = await catchError(signInWithSealedCode(await askForSealedCode(), CODE));
    expect(error).toMatchObject({ code: "UNTRUSTED_BUNDLE" });
  });

  test("opens no session while the API is at work", async () => {
    api.atWork.times = 1;
    const error = await catchError(signInWithSealedCode(await askForSealedCode(), CODE, { signer: api.otpSigner }));
    expect(String(error)).toContain("/sign-in/code/sign: 500");
  });
});
