import { generateClientKey, openSessionKey, signPayload } from "@grid-sdk/device";
import { startGridEmulator } from "@grid-sdk/emulator";
import { expect, test } from "vitest";
import { createAccount } from "../../server/account.ts";
import { line } from "../../server/lines/2026-04-23.ts";
import { createRoutes } from "../../server/routes.ts";

test("two tabs of a browser register a passkey each, whichever asks and signs first", async () => {
  await using emulator = await startGridEmulator();
  const { id: accountId } = emulator.createAccount({ email: "ada@example.com" });
  const { grid, createSignInRoutes } = line.connect(emulator.clientOptions);
  const account = createAccount(grid, accountId);
  const routes = { ...createRoutes(grid, account, emulator), ...createSignInRoutes(account) };
  const visitor = { challenges: new Set<string>() };
  const call = async (route: string, body: object = {}) => (await routes[route]?.(body, visitor)) as never;

  await call("code/send", { type: "EMAIL_OTP" });
  const clientKey = await generateClientKey();
  const sign = { type: "EMAIL_OTP", otp: emulator.outbox.at(-1)?.code, clientPublicKey: clientKey.publicKey };
  const { encryptedSessionSigningKey } = await call("code/verify", sign);
  const sessionKey = await openSessionKey(encryptedSessionSigningKey, clientKey);

  const tabs = [];
  for (const nickname of ["first", "second"]) {
    const { challenge }: { challenge: string } = await call("passkey/invite");
    const passkey = emulator.passkey({ origin: "https://example.com" });
    tabs.push({ nickname, challenge, attestation: passkey.attest(challenge) });
  }
  const started = [];
  for (const body of tabs) started.push({ body, asked: await call("passkey/register", body) });
  for (const { body, asked } of started) {
    const { payloadToSign, requestId } = asked as { payloadToSign: string; requestId: string };
    const signed = { signature: await signPayload(payloadToSign, sessionKey), requestId };
    await call("passkey/register", { ...body, signed });
  }
  expect(emulator.credentials(accountId).map(({ type }) => type)).toEqual(["EMAIL_OTP", "PASSKEY", "PASSKEY"]);
  // A challenge works once.
  await expect(call("passkey/register", tabs[0])).rejects.toMatchObject({ status: 409 });
});
