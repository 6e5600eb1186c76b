import { createGridClient, type GridClient, type GridClientOptions, isGridError, signedRetry } from "@grid-sdk/client";
import { generateClientKey, openSessionKey, type SessionKey, signPayload } from "@grid-sdk/device";
import { expect } from "vitest";
import {
  type GridEmulator,
  type GridEmulatorOptions,
  type SoftwareAuthenticator,
  startGridEmulator,
} from "../../src/index.ts";

export const SITE = { origin: "https://example.com", rpId: "example.com" };
const CHALLENGE = "cmVnaXN0cmF0aW9uLWNoYWxsZW5nZQ";

/** An open session, and the key that signs by it. */
export interface OpenSession {
  readonly id: string;
  readonly key: SessionKey;
}

/** A user of an emulator, with an account whose wallet has an EMAIL_OTP credential. */
export interface Flow extends AsyncDisposable {
  readonly emulator: GridEmulator;
  readonly grid: GridClient;
  readonly accountId: string;
  readonly emailId: string;
  /** Opens a session by a code. */
  signIn(): Promise<OpenSession>;
  /** Registers a passkey, signed by a session. */
  addPasskey(
    signer: OpenSession,
    challenge?: string,
  ): Promise<{ readonly id: string; readonly authenticator: SoftwareAuthenticator }>;
  /** Opens a session by a passkey. */
  signInWith(id: string, authenticator: SoftwareAuthenticator): Promise<OpenSession>;
}

/** Without a limit of codes, unless one is asked for. */
export async function startFlow(
  options: GridEmulatorOptions = {},
  clientOptions: GridClientOptions = {},
): Promise<Flow> {
  const emulator = await startGridEmulator({ challengeEveryMs: 0, ...options });
  const grid = createGridClient({ ...emulator.clientOptions, ...clientOptions });
  const account = emulator.createAccount({ email: "ada@example.com" });
  const emailId = account.credentials[0]?.id ?? "";
  return {
    emulator,
    grid,
    accountId: account.id,
    emailId,
    async signIn() {
      await grid.challengeAuthCredential({ path: { id: emailId } });
      const otp = emulator.outbox.at(-1)?.code ?? "";
      return openSession((clientPublicKey) =>
        grid.verifyAuthCredential({ path: { id: emailId }, body: { type: "EMAIL_OTP", otp, clientPublicKey } }),
      );
    },
    async addPasskey(signer, challenge) {
      const authenticator = emulator.passkey(SITE);
      const body = registration(account.id, authenticator, challenge);
      const { data } = await signedRetry((signed) => grid.createAuthCredential({ body, ...signed }), signWith(signer));
      return { id: data.id, authenticator };
    },
    async signInWith(id, authenticator) {
      const { data } = await grid.challengeAuthCredential({ path: { id } });
      if (data.type !== "PASSKEY") throw new Error(`a challenge of ${data.type}`);
      const { challenge, requestId } = data;
      const assertion = authenticator.assert(challenge);
      return openSession((clientPublicKey) =>
        grid.verifyAuthCredential({
          path: { id },
          header: { "Request-Id": requestId },
          body: { type: "PASSKEY", assertion, clientPublicKey },
        }),
      );
    },
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

/** The body that registers a passkey. */
export function registration(accountId: string, authenticator: SoftwareAuthenticator, challenge = CHALLENGE) {
  return {
    type: "PASSKEY" as const,
    accountId,
    nickname: "Work laptop",
    challenge,
    attestation: authenticator.attest(challenge),
  };
}

export function signWith({ key }: OpenSession): (payload: string) => Promise<string> {
  return (payload) => signPayload(payload, key);
}

/** Verifies the EMAIL_OTP credential of a flow by a code. */
export async function verifyCode(flow: Flow, otp: string, clientPublicKey?: string) {
  const body = { type: "EMAIL_OTP", otp, clientPublicKey: clientPublicKey ?? (await newPublicKey()) } as const;
  return flow.grid.verifyAuthCredential({ path: { id: flow.emailId }, body });
}

/** A client key's public half, for verifications whose session nobody uses. */
export async function newPublicKey(): Promise<string> {
  return (await generateClientKey()).publicKey;
}

/** The headers of a signed retry. */
export async function signedBy(
  session: OpenSession,
  { payloadToSign, requestId }: { payloadToSign: string; requestId: string },
) {
  return { "Grid-Wallet-Signature": await signPayload(payloadToSign, session.key), "Request-Id": requestId };
}

/** What a call that is not signed gets, whose status is 202. */
export function demandChallenge<Result extends { status: number; data: unknown }>(result: Result) {
  if (result.status !== 202) throw new Error(`expected 202; got ${result.status}`);
  return result.data as { payloadToSign: string; requestId: string; expiresAt: string };
}

/** A call is refused with this status and code. */
export async function expectRefusal(
  call: Promise<unknown>,
  status: number,
  code: string,
  message = /./,
): Promise<void> {
  const error = await call.then(
    (result) => ({ result }),
    (reason: unknown) => reason,
  );
  if (!isGridError(error) || error.kind !== "api")
    throw new Error(`expected ${status} ${code}; got ${String(JSON.stringify(error))}`);
  expect([error.status, error.code]).toEqual([status, code]);
  expect(error.serverMessage).toMatch(message);
}

/** Opens a session by a verification, and what the API sealed for it. */
export async function openSession(
  call: (clientPublicKey: string) => Promise<{ data: { id: string; encryptedSessionSigningKey?: string } }>,
): Promise<OpenSession> {
  const clientKey = await generateClientKey();
  const { data } = await call(clientKey.publicKey);
  return { id: data.id, key: await openSessionKey(data.encryptedSessionSigningKey ?? "", clientKey) };
}
