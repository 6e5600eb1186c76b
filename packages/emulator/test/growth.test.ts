import { generateClientKey } from "@grid-sdk/device";
import { expect, test } from "vitest";
import { createClock } from "../src/clock.ts";
import { handleOperation } from "../src/operations/handle-operation.ts";
import { addAccount } from "../src/seed/add-account.ts";
import { nameAccount } from "../src/seed/name-account.ts";
import { createSoftwareAuthenticator } from "../src/software-authenticator.ts";
import { createEmulation } from "./support/create-emulation.ts";
import { createExpiringMap } from "../src/state/expiring-map.ts";

test("what has expired is forgotten, some time after it could have been used", () => {
  const clock = createClock(() => 0);
  const map = createExpiringMap<{ expiresAt: number }>(clock.now, 100);
  for (let at = 0; at < 10_000; at += 1) {
    map.add(String(at), { expiresAt: clock.now() + 100 });
    clock.advance(1);
  }
  expect(map.size).toBeLessThanOrEqual(200);
  expect(map.peek("0")).toBeUndefined();
  expect(map.take("9999")).toEqual({ expiresAt: 10_099 });
  expect(map.take("9999")).toBeUndefined();
});

test("of 10,000 calls for 1,000 accounts nothing is kept but accounts, credentials, and what is still good", async () => {
  const emulation = createEmulation();
  const { state, clock } = emulation;
  const { credentialId, publicKey, rpId } = createSoftwareAuthenticator({ origin: "https://example.com" });
  const passkey = { type: "PASSKEY", nickname: "Laptop", credentialId, publicKey, rpId } as const;
  const accounts = Array.from({ length: 1_000 }, (_, at) =>
    addAccount(
      emulation,
      nameAccount({ email: `user-${at}@example.com`, credentials: [{ type: "EMAIL_OTP" }, passkey] }),
    ),
  );
  const { publicKey: clientPublicKey } = await generateClientKey();
  const call = (operationId: string, id: string, body?: object) =>
    handleOperation(emulation, {
      operationId,
      method: "POST",
      path: "",
      pathParameters: { id },
      query: {},
      headers: {},
      body,
    });
  for (let round = 0; round < 2_500; round += 1) {
    const [email = "", second = ""] = [...(accounts[round % 1_000]?.credentials.keys() ?? [])];
    await call("challengeAuthCredential", email);
    await call("challengeAuthCredential", second);
    await call("revokeAuthCredential", second);
    await call("revokeAuthCredential", email);
    if (round < 100) await call("verifyAuthCredential", email, { type: "EMAIL_OTP", otp: "123456", clientPublicKey });
    clock.advance(100);
  }
  expect(state.accounts.size).toBe(1_000);
  expect(state.accountOfCredential.size).toBe(2_000);
  // A second's worth that is good, a second's that has expired, ten rounds a second.
  expect(state.passkeyChallenges.size).toBeLessThanOrEqual(20);
  expect(state.pendingRequests.size).toBeLessThanOrEqual(40);
  // One of each account that signed in, until it signs in again.
  expect(state.sessions.size).toBe(100);
});
