// @vitest-environment jsdom
import { createECDH } from "node:crypto";
import { createGridClient } from "@grid-sdk/client";
import { decryptCredentialBundle } from "@turnkey/crypto";
import { expect, test } from "vitest";
import { createGridClient as createLatestClient } from "@grid-sdk/client/latest";
import { generateSessionKey, sealOtp } from "@grid-sdk/device";
import { startGridEmulator } from "../src/index.ts";
import { startGridEmulator as startLatestEmulator } from "../src/latest.ts";

test("seals keys where the test environment plays a browser", async () => {
  await using emulator = await startGridEmulator();
  const grid = createGridClient({ ...emulator.clientOptions, dangerouslyAllowBrowser: true });
  const { credentials } = emulator.createAccount({ email: "ada@example.com" });
  const path = { id: credentials[0]?.id ?? "" };
  await grid.challengeAuthCredential({ path });
  const otp = emulator.outbox.at(-1)?.code ?? "";
  const client = createECDH("prime256v1");
  const clientPublicKey = client.generateKeys("hex", "uncompressed");
  const { data } = await grid.verifyAuthCredential({ path, body: { type: "EMAIL_OTP", otp, clientPublicKey } });
  expect(window.document).toBeDefined();
  const privateKey = client.getPrivateKey("hex").padStart(64, "0");
  expect(decryptCredentialBundle(data.encryptedSessionSigningKey ?? "", privateKey)).toMatch(/^[0-9a-f]{64}$/);
});

test("opens sealed codes where the test environment plays a browser", async () => {
  await using emulator = await startLatestEmulator();
  const grid = createLatestClient({ ...emulator.clientOptions, dangerouslyAllowBrowser: true });
  const { credentials } = emulator.createAccount({ email: "ada@example.com" });
  const path = { id: credentials[0]?.id ?? "" };
  const { data } = await grid.challengeAuthCredential({ path });
  const bundle = "otpEncryptionTargetBundle" in data ? String(data.otpEncryptionTargetBundle) : "";
  const { publicKey } = await generateSessionKey();
  const code = emulator.outbox.at(-1)?.code ?? "";
  const encryptedOtpBundle = await sealOtp(bundle, code, publicKey, { signer: emulator.otpSigner });
  const body = { type: "EMAIL_OTP", encryptedOtpBundle } as const;
  expect((await grid.verifyAuthCredential({ path, body })).status).toBe(202);
});
