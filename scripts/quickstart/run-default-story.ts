import { createGridClient, type GridClient, signedRetry } from "@grid-sdk/client";
import { type ClientKey, generateClientKey, openSessionKey, type SessionKey } from "@grid-sdk/device";
import { type GridEmulator, startGridEmulator } from "@grid-sdk/emulator";
import { challenge } from "../../packages/client/examples/challenge.ts";
import { fetchAloud } from "./fetch-aloud.ts";
import { printMessage, printNarrowed, printTitle, signAloud, SITE } from "./narrate.ts";

/** What a backend and its user's device do together, call by call, on the emulator. */
export async function runDefaultStory(): Promise<void> {
  await using emulator = await startGridEmulator();
  printTitle(`The emulator serves openapi/2026-04-23/grid-auth.yaml on ${emulator.url}`);
  const grid = createGridClient({ ...emulator.clientOptions, fetch: fetchAloud });
  const passkey = emulator.passkey(SITE);
  const { credentialId, publicKey, rpId } = passkey;
  const { id: accountId, credentials } = emulator.createAccount({
    email: "ada@example.com",
    credentials: [{ type: "EMAIL_OTP" }, { type: "PASSKEY", nickname: "Laptop", credentialId, publicKey, rpId }],
  });
  const [emailId = "", passkeyId = ""] = credentials.map(({ id }) => id);

  printTitle("The user asks for a code");
  printNarrowed(await challenge(emailId, grid));

  printTitle("The code opens a session. Only the user's device can open its key");
  const clientKey = await generateClientKey();
  const session = await verifyCode(grid, emulator, emailId, clientKey);

  printTitle("The user signs in with a passkey");
  const { data } = await grid.challengeAuthCredential({ path: { id: passkeyId } });
  if (data.type !== "PASSKEY") throw new Error(`Expected a passkey challenge, got ${data.type}.`);
  printNarrowed(`sign ${data.challenge.slice(0, 16)}… before ${data.expiresAt}`);
  const verified = await grid.verifyAuthCredential({
    path: { id: passkeyId },
    header: { "Request-Id": data.requestId },
    body: { type: "PASSKEY", assertion: passkey.assert(data.challenge), clientPublicKey: clientKey.publicKey },
  });
  printNarrowed(`signed in by ${verified.data.nickname}`);

  printTitle("The user adds an identity. The session signs the request");
  const oidcToken = emulator.oidcToken({ sub: "ada", email: "ada@example.com" });
  const added = await signedRetry(
    (signed) => grid.createAuthCredential({ body: { type: "OAUTH", accountId, oidcToken }, ...signed }),
    (payload) => signAloud(payload, session),
  );
  printNarrowed(`registered: ${added.data.type} of ${added.data.nickname}`);

  printTitle("The user asks for another code too soon");
  printNarrowed(await challenge(emailId, grid));

  printTitle("The user revokes the passkey. The session signs the request");
  const { status } = await signedRetry(
    (signed) => grid.revokeAuthCredential({ path: { id: passkeyId }, ...signed }),
    (payload) => signAloud(payload, session),
  );
  printNarrowed(`revoked (${status}), and its session with it: ${emulator.sessions(accountId).length} is left`);
}

async function verifyCode(
  grid: GridClient,
  emulator: GridEmulator,
  id: string,
  clientKey: ClientKey,
): Promise<SessionKey> {
  const mail = emulator.outbox.at(-1) ?? { to: "", code: "" };
  printMessage("mail", mail);
  const body = { type: "EMAIL_OTP", otp: mail.code, clientPublicKey: clientKey.publicKey } as const;
  const { data } = await grid.verifyAuthCredential({ path: { id }, body });
  const key = await openSessionKey(data.encryptedSessionSigningKey ?? "", clientKey);
  printNarrowed(`open until ${data.expiresAt}, signed for by ${key.publicKey.slice(0, 16)}…`);
  return key;
}
