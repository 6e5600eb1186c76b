import { createGridClient } from "@grid-sdk/client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { askForCode, signInWithCode } from "../../../device/examples/device/2026-04-23/email-otp.ts";
import { signInWithToken } from "../../../device/examples/device/2026-04-23/oauth.ts";
import { fetchChallenge, signInWithPasskey } from "../../../device/examples/device/2026-04-23/passkey.ts";
import { fetchInvitation, registerPasskey } from "../../../device/examples/device/register-passkey.ts";
import { revokeCredential, revokeSession } from "../../../device/examples/device/revoke.ts";
import { stubPageFetch } from "../../../device/test/support/page-fetch.ts";
import { startTeamBackend, type User } from "../../../device/test/support/team-backend.ts";
import { type GridEmulator, startGridEmulator } from "../../src/index.ts";
import { createNavigator } from "./create-navigator.ts";

const stack = new AsyncDisposableStack();
let emulator: GridEmulator;
let user: User;

beforeAll(async () => {
  emulator = stack.use(await startGridEmulator({ challengeEveryMs: 0 }));
  const { id: accountId, credentials } = emulator.createAccount({
    email: "ada@example.com",
    credentials: [{ type: "EMAIL_OTP" }, { type: "OAUTH", sub: "ada" }],
  });
  const [emailId = "", oauthId = ""] = credentials.map(({ id }) => id);
  user = { id: "dXNlcg", name: "ada@example.com", accountId, emailId, oauthId, passkeys: [] };
  const backend = await startTeamBackend(createGridClient(emulator.clientOptions), user);
  stubPageFetch(stack.use(backend).url);
  vi.stubGlobal("navigator", createNavigator(emulator.passkey({ origin: "https://example.com" })));
});
afterAll(() => {
  vi.unstubAllGlobals();
  return stack.disposeAsync();
});

const listSessionTypes = () => emulator.sessions(user.accountId).map(({ type }) => type);
const listTypes = () => emulator.credentials(user.accountId).map(({ type }) => type);

// The recipes that packages/device tests with a fake server, here with the emulator, and those that both lines share.
test("a user signs in by code, token and passkey, ends a session, and revokes a credential", async () => {
  await askForCode(user.name);
  const byCode = await signInWithCode(user.name, emulator.outbox.at(-1)?.code ?? "");
  await signInWithToken(emulator.oidcToken({ sub: "ada" }));
  const passkey = await registerPasskey(await fetchInvitation(), "My phone", byCode);
  const byPasskey = await signInWithPasskey(await fetchChallenge(), passkey);
  if (!byPasskey) throw new Error("not signed in");
  expect(listSessionTypes()).toEqual(["EMAIL_OTP", "OAUTH", "PASSKEY"]);

  const [, byToken] = emulator.sessions(user.accountId);
  await revokeSession(byToken?.id ?? "", byPasskey);
  expect(listSessionTypes()).toEqual(["EMAIL_OTP", "PASSKEY"]);

  await revokeCredential(user.emailId, byPasskey);
  expect(listTypes()).toEqual(["OAUTH", "PASSKEY"]);
  expect(listSessionTypes()).toEqual(["PASSKEY"]);
});
