import { createGridClient } from "@grid-sdk/client";
import { signPayload } from "@grid-sdk/device";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { askForCode, signInWithCode } from "../../examples/device/2026-04-23/email-otp.ts";
import { signInWithToken } from "../../examples/device/2026-04-23/oauth.ts";
import { fetchChallenge, signInWithPasskey } from "../../examples/device/2026-04-23/passkey.ts";
import { fetchInvitation, registerPasskey } from "../../examples/device/register-passkey.ts";
import { revokeCredential } from "../../examples/device/revoke.ts";
import { catchError } from "../support/catch-error.ts";
import { OIDC_TOKEN, OTP, startGridServer } from "../support/grid-server.ts";
import { stubPageFetch } from "../support/page-fetch.ts";
import { verifyStamp } from "../support/read-stamp.ts";
import { createNavigator } from "../support/stub-authenticator.ts";
import { startTeamBackend, type User } from "../support/team-backend.ts";

// Device, team's server and API, each over HTTP: the device's half of a recipe calls the backend's half of it.
const origin = "https://example.com";
const stack = new AsyncDisposableStack();
let api: Awaited<ReturnType<typeof startGridServer>>;
let user: User;

beforeAll(async () => {
  api = stack.use(await startGridServer({ origin, rpId: "example.com" }));
  const grid = createGridClient({ clientId: "id", clientSecret: "secret", baseUrl: api.url, maxRetries: 0 });
  user = {
    id: "dXNlcg",
    name: "ada@example.com",
    accountId: "InternalAccount:1",
    emailId: api.ids.email,
    oauthId: api.ids.oauth,
    passkeys: [],
  };
  const backend = stack.use(await startTeamBackend(grid, user));
  stubPageFetch(backend.url);
  vi.stubGlobal("navigator", createNavigator(origin));
});
afterAll(() => {
  vi.unstubAllGlobals();
  return stack.disposeAsync();
});
beforeEach(() => {
  api.later.isOn = false;
});

const signInByMail = () => signInWithCode(user.name, OTP);
const register = async () => registerPasskey(await fetchInvitation(), "My phone", await signInByMail());

describe("the recipes of 2026-04-23, both halves of each", () => {
  test("sign in with a mailed code, to a key that signs for the session", async () => {
    await askForCode(user.name);
    const sessionKey = await signInByMail();
    expect(api.sessionKeys.get(sessionKey.publicKey)).toBe(user.emailId);
    expect(verifyStamp(await signPayload("payload", sessionKey), "payload")).toBe(true);
  });

  test("refuse a wrong code, and say so", async () => {
    const error = await catchError(signInWithCode(user.name, "000000"));
    expect(String(error)).toContain('401 {"message":"wrong or too late: start again"}');
  });

  test("sign in with an OpenID Connect token", async () => {
    const sessionKey = await signInWithToken(OIDC_TOKEN);
    expect(api.sessionKeys.get(sessionKey.publicKey)).toBe(user.oauthId);
    expect(String(await catchError(signInWithToken("stale")))).toContain("401");
  });

  test("register a passkey by a signed retry over two requests, and sign in with it", async () => {
    const passkey = await register();
    expect(passkey).toMatchObject({ transports: ["internal"] });
    const sessionKey = await signInWithPasskey(await fetchChallenge(), passkey);
    expect(api.sessionKeys.get(sessionKey?.publicKey ?? "")).toBe(user.passkeyId);
  });

  test("sign in with a passkey whose challenge has the API's later form", async () => {
    const passkey = await register();
    api.later.isOn = true;
    const challenge = await fetchChallenge();
    expect(challenge.challenge).toMatch(/^[0-9a-f]{64}$/);
    expect(await signInWithPasskey(challenge, passkey)).toHaveProperty("publicKey");
  });

  test("use a challenge once", async () => {
    const passkey = await register();
    const challenge = await fetchChallenge();
    await signInWithPasskey(challenge, passkey);
    expect(String(await catchError(signInWithPasskey(challenge, passkey)))).toContain("401");
  });

  test("give back nothing if the user cancels", async () => {
    await register();
    const challenge = await fetchChallenge();
    const cancel = () => Promise.reject(new DOMException("cancelled", "NotAllowedError"));
    vi.stubGlobal("navigator", { credentials: { get: cancel } });
    try {
      expect(await signInWithPasskey(challenge)).toBeUndefined();
    } finally {
      vi.stubGlobal("navigator", createNavigator(origin));
    }
  });

  test("revoke a credential by a signed retry over two requests, with a session of another", async () => {
    await register();
    const { passkeyId = "" } = user;
    const sessionKey = await signInByMail();
    await revokeCredential(passkeyId, sessionKey);
    expect(api.credentials.has(passkeyId)).toBe(false);
  });

  test("do not revoke a credential with its own session", async () => {
    const error = await catchError(revokeCredential(user.emailId, await signInByMail()));
    expect(String(error)).toContain("401");
    expect(api.credentials.has(user.emailId)).toBe(true);
  });
});
