import { createGridClient, type GridClient, signedRetry } from "@grid-sdk/client";
import { type ClientKey, generateClientKey, openSessionKey, type SessionKey } from "@grid-sdk/device";
import { type GridEmulator, startGridEmulator } from "@grid-sdk/emulator";
import { challenge } from "../../packages/client/examples/challenge.ts";
import { fetchAloud } from "./fetch-aloud.ts";
import { signAloud, SITE, tell, tellMessage } from "./narrate.ts";

/** What a backend and its user's device do together, call by call, on the emulator. */
export async function tellDefaultStory(): Promise<void> {
  await using emulator = await startGridEmulator();
  console.log(`\nThe emulator serves openapi/2026-04-23/grid-auth.yaml on ${emulator.url}`);
  const grid = createGridClient({ ...emulator.clientOptions, fetch: fetchAloud });
  const passkey = emulator.passkey(SITE);
  const { credentialId, publicKey, rpId } = passkey;
  const { id: accountId, credentials } = emulator.createAccount({
    email: "ada@example.com",
    credentials: [{ type: "EMAIL_OTP" }, { type: "PASSKEY", nickname: "Laptop", credentialId, publicKey, rpId }],
  });
  const [emailId = "", passkeyId = ""] = credentials.map(({ id }) => id);

  console.log("\nThe user asks for a code");
  tell(await challenge(emailId, grid));

  console.log("\nThe code opens a session, whose key only the user's device can open");
  const clientKey = await generateClientKey();
  const session = await verifyCode(grid, emulator, emailId, clientKey);

  console.log("\nThe user signs in with a passkey");
  const { data } = await grid.challengeAuthCredential({ path: { id: passkeyId } });
  if (data.type !== "PASSKEY") throw new Error(`a challenge of ${data.type}`);
  tell(`sign ${data.challenge} before ${data.expiresAt}`);
  const verified = await grid.verifyAuthCredential({
    path: { id: passkeyId },
    header: { "Request-Id": data.requestId },
    body: { type: "PASSKEY", assertion: passkey.assert(data.challenge), clientPublicKey: clientKey.publicKey },
  });
  tell(`signed in by ${verified.data.nickname}`);

  console.log("\nThe user adds an identity, which the session signs for");
  const oidcToken = emulator.oidcToken({ sub: "ada", email: "ada@example.com" });
  const added = await signedRetry(
    (signed) => grid.createAuthCredential({ body: { type: "OAUTH", accountId, oidcToken }, ...signed }),
    (payload) => signAloud(payload, session),
  );
  tell(`registered: ${added.data.type} of ${added.data.nickname}`);

  console.log("\nThe user asks for another code too soon");
  tell(await challenge(emailId, grid));

  console.log("\nThe user revokes the passkey, which the session signs for");
  const { status } = await signedRetry(
    (signed) => grid.revokeAuthCredential({ path: { id: passkeyId }, ...signed }),
    (payload) => signAloud(payload, session),
  );
  tell(`revoked (${status}), and its session with it: ${emulator.sessions(accountId).length} is left`);
}

async function verifyCode(
  grid: GridClient,
  emulator: GridEmulator,
  id: string,
  clientKey: ClientKey,
): Promise<SessionKey> {
  const mail = emulator.outbox.at(-1) ?? { to: "", code: "" };
  tellMessage("mail", mail);
  const body = { type: "EMAIL_OTP", otp: mail.code, clientPublicKey: clientKey.publicKey } as const;
  const { data } = await grid.verifyAuthCredential({ path: { id }, body });
  const key = await openSessionKey(data.encryptedSessionSigningKey ?? "", clientKey);
  tell(`open until ${data.expiresAt}, signed for by ${key.publicKey.slice(0, 16)}…`);
  return key;
}
