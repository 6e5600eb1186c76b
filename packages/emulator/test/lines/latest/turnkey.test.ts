import { createECDH } from "node:crypto";
import { ApiKeyStamper } from "@turnkey/api-key-stamper";
import { encryptOtpCodeToBundle, verifyOtpVerificationToken } from "@turnkey/crypto";
import { expect, test } from "vitest";
import { demand, startLatestFlow } from "../../support/start-latest-flow.ts";

test("the vendor's own packages seal a code for the emulator, read its token, and sign it", async () => {
  await using flow = await startLatestFlow();
  for (const id of [flow.emailId, flow.smsId]) {
    const { bundle, code } = await flow.sendCode(id);
    const ecdh = createECDH("prime256v1");
    const apiPublicKey = ecdh.generateKeys("hex", "compressed");
    const sealed = await encryptOtpCodeToBundle(code, bundle, apiPublicKey, flow.emulator.otpSigner);
    const { data } = demand(await flow.verifySealed(sealed, undefined, id), 202);
    const claims = await verifyOtpVerificationToken(data.payloadToSign, flow.emulator.otpSigner);
    expect(claims).toMatchObject({ public_key: apiPublicKey });
    const apiPrivateKey = ecdh.getPrivateKey("hex").padStart(64, "0");
    const { stampHeaderValue } = await new ApiKeyStamper({ apiPrivateKey, apiPublicKey }).stamp(data.payloadToSign);
    const header = { "Grid-Wallet-Signature": stampHeaderValue, "Request-Id": data.requestId };
    expect((await flow.verifySealed(sealed, header, id)).status).toBe(200);
  }
});
