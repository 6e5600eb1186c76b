import { createGridClient, type GridClient, isGridError, signedRetry } from "@grid-sdk/client/latest";
import { generateSessionKey, sealOtp, type SessionKey, sessionKeyOf } from "@grid-sdk/device";
import { type GridEmulator, startGridEmulator } from "@grid-sdk/emulator/latest";
import { fetchAloud } from "./fetch-aloud.ts";
import { printMade, printMessage, printNarrowed, printTitle, signAloud, SITE } from "./narrate.ts";

/** What a backend and its user's device do together on the newest revision, call by call, on the emulator. */
export async function runLatestStory(): Promise<void> {
  await using emulator = await startGridEmulator();
  printTitle(`The emulator serves openapi/latest/grid-auth.yaml on ${emulator.url}`);
  const grid = createGridClient({ ...emulator.clientOptions, fetch: fetchAloud });
  const passkey = emulator.passkey(SITE);
  const { credentialId, publicKey, rpId } = passkey;
  const { id: accountId, credentials } = emulator.createAccount({
    email: "ada@example.com",
    phoneNumber: "+12025550142",
    credentials: [{ type: "EMAIL_OTP" }, { type: "PASSKEY", nickname: "Laptop", credentialId, publicKey, rpId }],
  });
  const [emailId = "", passkeyId = ""] = credentials.map(({ id }) => id);

  printTitle("The user asks for a code");
  const bundle = await askForCode(grid, emailId);

  printTitle("The device seals the code with a new key, which becomes the session's key");
  const session = await verifyCode(grid, emulator, emailId, bundle);

  printTitle("The user signs in with a passkey. Its challenge names the device's key");
  const key = await generateSessionKey();
  const clientPublicKey = key.publicKey;
  const { data } = await grid.challengeAuthCredential({ path: { id: passkeyId }, body: { clientPublicKey } });
  if (!("challenge" in data)) throw new Error(`Expected a passkey challenge, got ${data.type}.`);
  printNarrowed(`sign ${data.challenge.slice(0, 16)}… before ${data.expiresAt}`);
  const verified = await grid.verifyAuthCredential({
    path: { id: passkeyId },
    header: { "Request-Id": data.requestId },
    body: { type: "PASSKEY", assertion: passkey.assert(data.challenge) },
  });
  if (verified.status === 202) throw new Error("Expected a session, got a 202.");
  printNarrowed(`signed in by ${verified.data.nickname}`);

  printTitle("The device refreshes the session before it expires, with another key");
  const next = await generateSessionKey();
  const refreshed = await signedRetry(
    (signed) =>
      grid.refreshAuthSession({
        path: { id: verified.data.id },
        body: { clientPublicKey: next.publicKey },
        ...signed,
      }),
    (payload) => signAloud(payload, key),
  );
  printNarrowed(`open until ${refreshed.data.expiresAt}`);

  printTitle("The user adds a phone number. The session signs the request");
  const added = await signedRetry(
    (signed) => grid.createAuthCredential({ body: { type: "SMS_OTP", accountId }, ...signed }),
    (payload) => signAloud(payload, next),
  );
  printMessage("sms", emulator.texts.at(-1) ?? { to: "", code: "" });
  printNarrowed(`registered: ${added.data.type} of ${added.data.nickname}`);

  printTitle("The user asks for another code too soon");
  await askForCode(grid, added.data.id);

  printTitle("The user revokes the passkey. The first session signs the request");
  const { status } = await signedRetry(
    (signed) => grid.revokeAuthCredential({ path: { id: passkeyId }, ...signed }),
    (payload) => signAloud(payload, session),
  );
  printNarrowed(`revoked (${status}), and its sessions with it: ${emulator.sessions(accountId).length} is left`);
}

/** Asks for a code. Returns the bundle that the device seals it to. */
async function askForCode(grid: GridClient, id: string): Promise<string> {
  try {
    const { data } = await grid.challengeAuthCredential({ path: { id } });
    if (data.type === "PASSKEY") throw new Error("Expected a one-time password, got a passkey challenge.");
    printNarrowed(`a code is on its way to ${data.nickname}, and a bundle to the device`);
    return data.otpEncryptionTargetBundle ?? "";
  } catch (error) {
    if (!isGridError(error, "RATE_LIMITED")) throw error;
    printNarrowed(`try again in ${(error.retryAfterMs ?? 60_000) / 1000} s`);
    return "";
  }
}

async function verifyCode(grid: GridClient, emulator: GridEmulator, id: string, bundle: string): Promise<SessionKey> {
  const mail = emulator.outbox.at(-1) ?? { to: "", code: "" };
  printMessage("mail", mail);
  const key = await generateSessionKey();
  const sealing = sealOtp(bundle, mail.code, key.publicKey, { signer: emulator.otpSigner });
  const body = { type: "EMAIL_OTP", encryptedOtpBundle: await printMade("sealed", sealing) } as const;
  const { data } = await signedRetry(
    (signed) => grid.verifyAuthCredential({ path: { id }, body, ...signed }),
    (payload) => signAloud(payload, key),
  );
  printNarrowed(`open until ${data.expiresAt}, signed for by ${key.publicKey.slice(0, 16)}…`);
  return sessionKeyOf(data, key);
}
