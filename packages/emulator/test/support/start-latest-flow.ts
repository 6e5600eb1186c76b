import { createHash } from "node:crypto";
import { createGridClient, type GridClient, type GridClientOptions, signedRetry } from "@grid-sdk/client/latest";
import { generateSessionKey, sealOtp, type SessionKey, signPayload } from "@grid-sdk/device";
import { type GridEmulator, type GridEmulatorOptions, startGridEmulator } from "../../src/latest.ts";
import type { SoftwareAuthenticator } from "../../src/index.ts";
import { registration, SITE } from "./start-flow.ts";

/** An open session, and the device's key that signs for it. */
export interface LatestSession {
  readonly id: string;
  readonly key: SessionKey;
}

export interface SentCode {
  readonly bundle: string;
  readonly code: string;
}

export type SignatureHeaders = Record<"Grid-Wallet-Signature" | "Request-Id", string>;

/** A user of an emulator of `latest`, whose wallet has an EMAIL_OTP and an SMS_OTP credential. */
export interface LatestFlow extends AsyncDisposable {
  readonly emulator: GridEmulator;
  readonly grid: GridClient;
  readonly accountId: string;
  readonly emailId: string;
  readonly smsId: string;
  /** Has a code sent for a credential, that of mail by default. */
  sendCode(id?: string): Promise<SentCode>;
  /** Seals a code for a key, and sends it: the first request of two. */
  verifySealed(encryptedOtpBundle: string, header?: SignatureHeaders, id?: string): Promise<VerifyResult>;
  seal(sent: SentCode, publicKey: string): Promise<string>;
  /** Opens a session by a code. */
  signIn(id?: string): Promise<LatestSession>;
  /** Registers a passkey, signed by a session. */
  addPasskey(signer: LatestSession): Promise<{ readonly id: string; readonly authenticator: SoftwareAuthenticator }>;
  /** Opens a session by a passkey. */
  signInWith(id: string, authenticator: SoftwareAuthenticator): Promise<LatestSession>;
}

type VerifyResult = Awaited<ReturnType<GridClient["verifyAuthCredential"]>>;

/** Without a limit of codes, unless one is asked for. */
export async function startLatestFlow(
  options: GridEmulatorOptions = {},
  clientOptions: GridClientOptions = {},
): Promise<LatestFlow> {
  const emulator = await startGridEmulator({ challengeEveryMs: 0, ...options });
  const grid = createGridClient({ ...emulator.clientOptions, ...clientOptions });
  const { id: accountId, credentials } = emulator.createAccount({
    email: "ada@example.com",
    phoneNumber: "+12025550142",
    credentials: [{ type: "EMAIL_OTP" }, { type: "SMS_OTP" }],
  });
  const [emailId = "", smsId = ""] = credentials.map(({ id }) => id);
  const flow: LatestFlow = {
    emulator,
    grid,
    accountId,
    emailId,
    smsId,
    async sendCode(id = emailId) {
      const { data } = await grid.challengeAuthCredential({ path: { id } });
      const box = id === smsId ? emulator.texts : emulator.outbox;
      if (!("otpEncryptionTargetBundle" in data)) throw new Error("no bundle");
      return { bundle: data.otpEncryptionTargetBundle ?? "", code: box.at(-1)?.code ?? "" };
    },
    seal: ({ bundle, code }, publicKey) => sealOtp(bundle, code, publicKey, { signer: emulator.otpSigner }),
    verifySealed(encryptedOtpBundle, header, id = emailId) {
      const type = id === smsId ? ("SMS_OTP" as const) : ("EMAIL_OTP" as const);
      return grid.verifyAuthCredential({
        path: { id },
        body: { type, encryptedOtpBundle },
        ...(header && { header }),
      });
    },
    async signIn(id = emailId) {
      const key = await generateSessionKey();
      const sealed = await flow.seal(await flow.sendCode(id), key.publicKey);
      const asked = demand(await flow.verifySealed(sealed, undefined, id), 202);
      const { data } = demand(await flow.verifySealed(sealed, await signedBy(key, asked.data), id), 200);
      return { id: data.id, key };
    },
    async addPasskey({ key }) {
      const authenticator = emulator.passkey(SITE);
      const challenge = createHash("sha256").update(authenticator.credentialId).digest("base64url");
      const body = registration(accountId, authenticator, challenge);
      const { data } = await signedRetry(
        (signed) => grid.createAuthCredential({ body, ...signed }),
        (payload) => signPayload(payload, key),
      );
      return { id: data.id, authenticator };
    },
    async signInWith(id, authenticator) {
      const key = await generateSessionKey();
      const { data } = await grid.challengeAuthCredential({ path: { id }, body: { clientPublicKey: key.publicKey } });
      if (!("challenge" in data)) throw new Error("no challenge");
      const opened = await grid.verifyAuthCredential({
        path: { id },
        header: { "Request-Id": data.requestId },
        body: { type: "PASSKEY", assertion: authenticator.assert(data.challenge) },
      });
      return { id: demand(opened, 200).data.id, key };
    },
    [Symbol.asyncDispose]: () => emulator.close(),
  };
  return flow;
}

/** The headers of a signed retry, by a key. */
export async function signedBy(
  key: SessionKey,
  { payloadToSign, requestId }: { payloadToSign: string; requestId: string },
): Promise<SignatureHeaders> {
  return { "Grid-Wallet-Signature": await signPayload(payloadToSign, key), "Request-Id": requestId };
}

/** The result of a call, if it has this status. */
export function demand<Result extends { readonly status: number }, Status extends Result["status"]>(
  result: Result,
  status: Status,
): Extract<Result, { readonly status: Status }> {
  if (result.status !== status) throw new Error(`expected ${status}; got ${result.status}`);
  return result as Extract<Result, { readonly status: Status }>;
}

/** The `nonce` of a token for a key, as it is sent. */
export function nonceOf(clientPublicKey: string): string {
  return createHash("sha256").update(clientPublicKey).digest("hex");
}
