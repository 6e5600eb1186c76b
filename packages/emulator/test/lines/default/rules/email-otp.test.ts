import { describe, expect, test } from "vitest";
import { expectRefusal, startFlow, verifyCode } from "../../../support/start-flow.ts";

describe("useCode", () => {
  test("a code works once; a wrong one leaves it as it is", async () => {
    await using flow = await startFlow({ otp: "123456" });
    await expectRefusal(verifyCode(flow, "123456"), 401, "UNAUTHORIZED");
    await flow.grid.challengeAuthCredential({ path: { id: flow.emailId } });
    await expectRefusal(verifyCode(flow, "000000"), 401, "UNAUTHORIZED");
    expect((await verifyCode(flow, "123456")).status).toBe(200);
    await expectRefusal(verifyCode(flow, "123456"), 401, "UNAUTHORIZED");
  });

  test("it works for five minutes", async () => {
    await using flow = await startFlow({ otp: "123456", now: () => 0 });
    const challenge = () => flow.grid.challengeAuthCredential({ path: { id: flow.emailId } });
    await challenge();
    flow.emulator.advance(299_999);
    expect((await verifyCode(flow, "123456")).status).toBe(200);
    await challenge();
    flow.emulator.advance(300_000);
    await expectRefusal(verifyCode(flow, "123456"), 401, "UNAUTHORIZED", /expired/);
  });

  test("a code works only for its own credential", async () => {
    const codes = ["111111", "222222"];
    await using flow = await startFlow({ otp: () => codes.shift() ?? "" });
    const bob = flow.emulator.createAccount({ email: "bob@example.com" });
    await flow.grid.challengeAuthCredential({ path: { id: bob.credentials[0]?.id ?? "" } });
    await flow.grid.challengeAuthCredential({ path: { id: flow.emailId } });
    await expectRefusal(verifyCode(flow, "111111"), 401, "UNAUTHORIZED");
  });
});
