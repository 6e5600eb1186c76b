import { createGridClient } from "@grid-sdk/client/latest";
import { PRODUCTION_OTP_SIGNER, type SessionKey, signPayload } from "@grid-sdk/device";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { signInWithToken } from "../../../device/examples/device/latest/oauth.ts";
import { fetchChallenge, signInWithPasskey } from "../../../device/examples/device/latest/passkey.ts";
import { refreshSession } from "../../../device/examples/device/latest/refresh-session.ts";
import { askForSealedCode, signInWithSealedCode } from "../../../device/examples/device/latest/sealed-code.ts";
import { post, type SignatureRequest } from "../../../device/examples/device/post.ts";
import { fetchInvitation, registerPasskey } from "../../../device/examples/device/register-passkey.ts";
import { revokeCredential, revokeSession } from "../../../device/examples/device/revoke.ts";
import { signIn } from "../../../device/examples/first-calls.ts";
import { catchError } from "../../../device/test/support/catch-error.ts";
import { stubPageFetch } from "../../../device/test/support/page-fetch.ts";
import { verifyStamp } from "../../../device/test/support/read-stamp.ts";
import { type GridEmulator, type SoftwareAuthenticator, startGridEmulator } from "../../src/latest.ts";
import { createNavigator } from "./create-navigator.ts";
import { startTeamBackend, type User } from "./start-team-backend.ts";

// Device, team's server and API, each over HTTP: the device's half of a recipe calls the backend's half of it.
const SITE = { origin: "https://example.com" };
const LATE = '401 {"message":"wrong or too late: start again"}';
let stack: AsyncDisposableStack;
let emulator: GridEmulator;
let passkey: SoftwareAuthenticator;
let user: User;

beforeEach(async () => {
  stack = new AsyncDisposableStack();
  emulator = stack.use(await startGridEmulator({ challengeEveryMs: 0 }));
  const account = emulator.createAccount({
    email: "ada@example.com",
    phoneNumber: "+12025550142",
    credentials: [{ type: "EMAIL_OTP" }, { type: "SMS_OTP" }, { type: "OAUTH", sub: "ada" }],
  });
  const [emailId = "", , oauthId = ""] = account.credentials.map(({ id }) => id);
  user = { accountId: account.id, code: { id: emailId, type: "EMAIL_OTP" }, oauthId, passkeys: [] };
  stubPageFetch(stack.use(await startTeamBackend(createGridClient(emulator.clientOptions), user)).url);
  passkey = emulator.passkey(SITE);
  vi.stubGlobal("navigator", createNavigator(passkey));
});
afterEach(() => {
  vi.unstubAllGlobals();
  return stack.disposeAsync();
});

const signer = () => ({ signer: emulator.otpSigner });
const lastCode = (messages: readonly { readonly code: string }[]) => messages.at(-1)?.code ?? "";
const listSessions = () => emulator.sessions(user.accountId);
const listCredentialIds = () => emulator.credentials(user.accountId).map(({ id }) => id);

async function signInByMail(): Promise<SessionKey> {
  const bundle = await askForSealedCode();
  return signInWithSealedCode(bundle, lastCode(emulator.outbox), signer());
}

const register = async (sessionKey: SessionKey) => registerPasskey(await fetchInvitation(), "My phone", sessionKey);

/** Refreshes the session of the device, which no other key can sign for. Returns the type of the credential behind it. */
async function refreshBy(sessionKey: SessionKey | undefined): Promise<string | undefined> {
  if (!sessionKey) throw new Error("nobody is signed in");
  await refreshSession(sessionKey);
  return listSessions().find(({ id }) => id === user.sessionId)?.type;
}

describe("a sealed code", () => {
  test("signs in by mail", async () => {
    expect(await refreshBy(await signInByMail())).toBe("EMAIL_OTP");
  });

  test("signs in by SMS", async () => {
    const sms = emulator.credentials(user.accountId).find(({ type }) => type === "SMS_OTP");
    user.code = { id: sms?.id ?? "", type: "SMS_OTP" };
    const bundle = await askForSealedCode();
    const key = await signInWithSealedCode(bundle, ` ${lastCode(emulator.texts)}\n`, signer());
    expect(await refreshBy(key)).toBe("SMS_OTP");
  });

  test("signs in by the README's first calls", async () => {
    const otpEncryptionTargetBundle = await askForSealedCode();
    const sign = await signIn(
      { otpEncryptionTargetBundle, code: lastCode(emulator.outbox) },
      {
        startVerification: (seal) => post("/sign-in/code/verify", seal),
        completeVerification: (signed) => post("/sign-in/code/sign", signed),
      },
      signer(),
    );
    expect(verifyStamp(await sign("payload"), "payload")).toBe(true);
    expect(listSessions().map(({ id }) => id)).toEqual([user.sessionId]);
  });

  test("that is wrong is refused, and the right one is accepted after it, with the same bundle", async () => {
    const bundle = await askForSealedCode();
    const code = lastCode(emulator.outbox);
    const wrong = code === "000000" ? "000001" : "000000";
    expect(String(await catchError(signInWithSealedCode(bundle, wrong, signer())))).toContain(LATE);
    expect(listSessions()).toEqual([]);
    expect(await refreshBy(await signInWithSealedCode(bundle, code, signer()))).toBe("EMAIL_OTP");
  });

  test("works once, and for 5 minutes", async () => {
    const bundle = await askForSealedCode();
    const code = lastCode(emulator.outbox);
    await signInWithSealedCode(bundle, code, signer());
    expect(String(await catchError(signInWithSealedCode(bundle, code, signer())))).toContain(LATE);
    const next = await askForSealedCode();
    emulator.advance(5 * 60_000);
    const late = signInWithSealedCode(next, lastCode(emulator.outbox), signer());
    expect(String(await catchError(late))).toContain(LATE);
  });

  test("is sealed only for production's signer, if no other is given", async () => {
    const bundle = await askForSealedCode();
    expect(emulator.otpSigner).not.toBe(PRODUCTION_OTP_SIGNER);
    const error = await catchError(signInWithSealedCode(bundle, lastCode(emulator.outbox)));
    expect(error).toMatchObject({ code: "UNTRUSTED_BUNDLE" });
  });

  test("opens no session on the device while the API responds PROCESSING", async () => {
    const raw = { status: 200, headers: { "content-type": "application/json" }, body: '{"status":"PROCESSING"}' };
    emulator.fail("verifyAuthCredential", [{ delayMs: 1 }, { raw }]);
    expect(String(await catchError(signInByMail()))).toContain("/sign-in/code/sign: 503");
  });
});

describe("a passkey", () => {
  test("is registered by a signed retry over two requests, and signs in by a challenge that names the key", async () => {
    const descriptor = await register(await signInByMail());
    expect(descriptor).toEqual({ id: passkey.credentialId, transports: ["internal"] });
    const challenge = await fetchChallenge();
    expect(challenge).toMatchObject({ challenge: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const sessionKey = await signInWithPasskey(challenge, descriptor);
    expect(sessionKey).toBe(challenge.key);
    expect(await refreshBy(sessionKey)).toBe("PASSKEY");
  });

  test("is found by the challenge's credentialId, on a device that has kept nothing", async () => {
    await register(await signInByMail());
    expect(await refreshBy(await signInWithPasskey(await fetchChallenge()))).toBe("PASSKEY");
  });

  test("is registered without a signature as the first credential of a wallet", async () => {
    const sessionKey = await signInByMail();
    const empty = emulator.createAccount({ email: "bob@example.com", credentials: [] });
    user.accountId = empty.id;
    await register(sessionKey);
    expect(listCredentialIds()).toEqual([user.passkeyId]);
  });

  test("is registered in each of two tabs, whichever asks and signs first", async () => {
    const sessionKey = await signInByMail();
    const tabs = [];
    for (const device of [passkey, emulator.passkey(SITE)]) {
      const { challenge } = await fetchInvitation();
      tabs.push({ device, challenge });
    }
    const started = [];
    for (const { device, challenge } of tabs) {
      const body = { nickname: "Laptop", challenge, attestation: device.attest(challenge) };
      started.push(await post<Required<SignatureRequest>>("/passkeys", body));
    }
    const ids = [];
    for (const { payloadToSign, requestId } of started) {
      const signature = await signPayload(payloadToSign, sessionKey);
      ids.push((await post<{ id: string }>("/passkeys/sign", { requestId, signature })).id);
    }
    expect(listCredentialIds().slice(-2)).toEqual(ids);
    // Both sign in: neither tab has made a passkey that no credential has.
    for (const [index, { device }] of tabs.entries()) {
      user.passkeyId = ids[index] ?? "";
      vi.stubGlobal("navigator", createNavigator(device));
      expect(await refreshBy(await signInWithPasskey(await fetchChallenge()))).toBe("PASSKEY");
    }
  });

  test("is not registered with a challenge that is used, or of nobody's", async () => {
    const sessionKey = await signInByMail();
    const invitation = await fetchInvitation();
    await registerPasskey(invitation, "My phone", sessionKey);
    vi.stubGlobal("navigator", createNavigator(emulator.passkey(SITE)));
    for (const challenge of [invitation.challenge, "AAAA", "constructor"])
      expect(String(await catchError(registerPasskey({ ...invitation, challenge }, "Again", sessionKey)))).toContain(
        "/passkeys: 500",
      );
    for (const requestId of ["Request:none", "constructor"])
      expect(String(await catchError(post("/passkeys/sign", { requestId, signature: "x" })))).toContain("500");
  });

  test("signs nobody in who cancels", async () => {
    await register(await signInByMail());
    const challenge = await fetchChallenge();
    const before = listSessions().length;
    const cancel = () => Promise.reject(new DOMException("cancelled", "NotAllowedError"));
    vi.stubGlobal("navigator", { credentials: { get: cancel } });
    expect(await signInWithPasskey(challenge)).toBeUndefined();
    expect(listSessions()).toHaveLength(before);
  });

  test("is not registered if the user cancels", async () => {
    const sessionKey = await signInByMail();
    const cancel = () => Promise.reject(new DOMException("cancelled", "NotAllowedError"));
    vi.stubGlobal("navigator", { credentials: { create: cancel } });
    expect(await catchError(register(sessionKey))).toMatchObject({ code: "NOT_COMPLETED" });
    expect(user.passkeyId).toBeUndefined();
  });

  test("signs nobody in with another passkey than the challenge's", async () => {
    await register(await signInByMail());
    const challenge = await fetchChallenge();
    vi.stubGlobal("navigator", createNavigator(emulator.passkey(SITE)));
    expect(await signInWithPasskey(challenge)).toBeUndefined();
  });

  test("uses a challenge once", async () => {
    await register(await signInByMail());
    const challenge = await fetchChallenge();
    await signInWithPasskey(challenge);
    expect(String(await catchError(signInWithPasskey(challenge)))).toContain(LATE);
  });

  test("uses a challenge within 5 minutes", async () => {
    await register(await signInByMail());
    const challenge = await fetchChallenge();
    emulator.advance(5 * 60_000);
    expect(String(await catchError(signInWithPasskey(challenge)))).toContain(LATE);
  });

  test("is not registered twice", async () => {
    const sessionKey = await signInByMail();
    const { id } = (await register(sessionKey)) as { id: string };
    expect(String(await catchError(register(sessionKey)))).toContain(
      '409 {"message":"this passkey is registered already"}',
    );
    user.passkeys.push(id);
    expect(await catchError(register(sessionKey))).toMatchObject({ code: "ALREADY_REGISTERED" });
  });
});

describe("a token", () => {
  const askForToken = async (nonce: string) => emulator.oidcToken({ sub: "ada", nonce });

  test("signs in, if its nonce names the key", async () => {
    expect(await refreshBy(await signInWithToken(askForToken))).toBe("OAUTH");
  });

  test("is refused with another nonce, of another user, or if it is more than a minute old", async () => {
    const other = async () => emulator.oidcToken({ sub: "ada", nonce: "0".repeat(64) });
    expect(String(await catchError(signInWithToken(other)))).toContain(LATE);
    const bob = async (nonce: string) => emulator.oidcToken({ sub: "bob", nonce });
    expect(String(await catchError(signInWithToken(bob)))).toContain(LATE);
    const old = async (nonce: string) => {
      const token = emulator.oidcToken({ sub: "ada", nonce });
      emulator.advance(70_000);
      return token;
    };
    expect(String(await catchError(signInWithToken(old)))).toContain(LATE);
    expect(listSessions()).toEqual([]);
  });
});

describe("a refresh", () => {
  test("opens a second session by the first one's key, and the new key revokes the first", async () => {
    const first = await signInByMail();
    const firstId = user.sessionId ?? "";
    emulator.advance(10 * 60_000);
    const second = await refreshSession(first);
    expect(second.publicKey).not.toBe(first.publicKey);
    expect(listSessions().map(({ id }) => id)).toEqual([firstId, user.sessionId]);
    await revokeSession(firstId, second);
    expect(listSessions().map(({ id }) => id)).toEqual([user.sessionId]);
    emulator.advance(10 * 60_000);
    expect(await refreshBy(await refreshSession(second))).toBe("EMAIL_OTP");
  });

  test("of a session that has expired or was revoked is refused", async () => {
    const first = await signInByMail();
    emulator.advance(15 * 60_000);
    expect(String(await catchError(refreshSession(first)))).toContain(LATE);
    const second = await signInByMail();
    await revokeSession(user.sessionId ?? "", second);
    expect(String(await catchError(refreshSession(second)))).toContain(LATE);
  });

  test("signed by the key of another session is refused", async () => {
    const first = await signInByMail();
    await signInByMail();
    expect(String(await catchError(refreshSession(first)))).toContain(LATE);
  });
});

describe("a revocation", () => {
  test("ends a credential and its sessions, signed by a session of another", async () => {
    await register(await signInByMail());
    const { passkeyId = "" } = user;
    const byPasskey = await signInWithPasskey(await fetchChallenge());
    if (!byPasskey) throw new Error("not signed in");
    await revokeCredential(user.code.id, byPasskey);
    expect(listCredentialIds()).not.toContain(user.code.id);
    expect(listCredentialIds()).toContain(passkeyId);
    expect(listSessions().map(({ type }) => type)).toEqual(["PASSKEY"]);
  });

  test("of a credential by its own session is refused", async () => {
    const error = await catchError(revokeCredential(user.code.id, await signInByMail()));
    expect(String(error)).toContain(LATE);
    expect(listCredentialIds()).toContain(user.code.id);
  });

  test("of a session leaves its key nothing to sign for", async () => {
    const sessionKey = await signInByMail();
    await revokeSession(user.sessionId ?? "", sessionKey);
    expect(String(await catchError(revokeCredential(user.oauthId, sessionKey)))).toContain(LATE);
  });
});
