import { describe, expect, test } from "vitest";
import { expectRefusal, newPublicKey, startFlow, verifyCode } from "../../../support/start-flow.ts";

describe("demandPublicKey", () => {
  test("refuses a key that is not an uncompressed point of P-256, and leaves the code unused", async () => {
    await using flow = await startFlow({ otp: "123456" });
    await flow.grid.challengeAuthCredential({ path: { id: flow.emailId } });
    const key = await newPublicKey();
    const compressed = `02${key.slice(2, 66)}`;
    for (const wrong of ["", "04", compressed, `${key}00`, `04${"11".repeat(64)}`, `0x${key.slice(2)}`]) {
      await expectRefusal(verifyCode(flow, "123456", wrong), 400, "INVALID_PUBKEY_FORMAT");
    }
    expect((await verifyCode(flow, "123456", key.toUpperCase())).status).toBe(200);
  });
});
