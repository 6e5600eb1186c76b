import { createECDH, createPrivateKey, sign } from "node:crypto";
import { ApiKeyStamper } from "@turnkey/api-key-stamper";
import { decryptCredentialBundle } from "@turnkey/crypto";
import { describe, expect, test } from "vitest";
import { demandChallenge, type Flow, startFlow } from "./support/start-flow.ts";

/** A session's private key in hex, opened by the vendor's own package. */
async function openByVendor({ grid, emulator, emailId }: Flow) {
  const client = createECDH("prime256v1");
  const clientPublicKey = client.generateKeys("hex", "uncompressed");
  await grid.challengeAuthCredential({ path: { id: emailId } });
  const otp = emulator.outbox.at(-1)?.code ?? "";
  const body = { type: "EMAIL_OTP", otp, clientPublicKey } as const;
  const { data } = await grid.verifyAuthCredential({ path: { id: emailId }, body });
  const privateKey = client.getPrivateKey("hex").padStart(64, "0");
  return { id: data.id, privateKey: decryptCredentialBundle(data.encryptedSessionSigningKey ?? "", privateKey) };
}

function describeKey(privateKey: string) {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(privateKey, "hex");
  const raw = ecdh.getPublicKey();
  const [x, y] = [raw.subarray(1, 33).toString("base64url"), raw.subarray(33).toString("base64url")];
  const d = Buffer.from(privateKey, "hex").toString("base64url");
  const key = createPrivateKey({ key: { kty: "EC", crv: "P-256", x, y, d }, format: "jwk" });
  return { key, compressed: ecdh.getPublicKey("hex", "compressed") };
}

describe("the vendor's own packages", () => {
  test("open what the emulator seals, and their stamps are accepted", async () => {
    await using flow = await startFlow();
    const { id, privateKey } = await openByVendor(flow);
    const asked = demandChallenge(await flow.grid.revokeAuthSession({ path: { id } }));
    const apiPublicKey = describeKey(privateKey).compressed;
    const stamper = new ApiKeyStamper({ apiPrivateKey: privateKey, apiPublicKey });
    const { stampHeaderValue } = await stamper.stamp(asked.payloadToSign);
    const header = { "Grid-Wallet-Signature": stampHeaderValue, "Request-Id": asked.requestId };
    expect((await flow.grid.revokeAuthSession({ path: { id }, header })).status).toBe(204);
  });

  test.each([true, false])("S may lie in either half of the range: high is %s", async (wanted) => {
    await using flow = await startFlow();
    const { id, privateKey } = await openByVendor(flow);
    const { payloadToSign, requestId } = demandChallenge(await flow.grid.revokeAuthSession({ path: { id } }));
    const { key, compressed } = describeKey(privateKey);
    let der = sign("sha256", Buffer.from(payloadToSign), key);
    // 33 bytes: the first bit of S is set.
    while ((der[5 + (der[3] ?? 0)] === 33) !== wanted) der = sign("sha256", Buffer.from(payloadToSign), key);
    const stamp = { publicKey: compressed, scheme: "SIGNATURE_SCHEME_TK_API_P256", signature: der.toString("hex") };
    const signature = Buffer.from(JSON.stringify(stamp)).toString("base64url");
    const header = { "Grid-Wallet-Signature": signature, "Request-Id": requestId };
    expect((await flow.grid.revokeAuthSession({ path: { id }, header })).status).toBe(204);
  });
});
