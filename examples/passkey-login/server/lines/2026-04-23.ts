import { createGridClient, type GridClient } from "@grid-sdk/client";
import { startGridEmulator } from "@grid-sdk/emulator";
import type { Account } from "../account.ts";
import { CODE_REFUSED, PASSKEY_REFUSED, refuseProof } from "../refuse-proof.ts";
import type { Routes } from "../serve.ts";
import { openSession } from "../visitors.ts";
import type { Line } from "./line.ts";

/** The API makes the session's key and seals it for the device's key. */
export const line: Line = {
  name: "2026-04-23",
  startEmulator: () => startGridEmulator({ seed: { accounts: [{ email: "ada@example.com" }] } }),
  connect(options) {
    const grid = createGridClient(options);
    return { grid, createSignInRoutes: (account) => createSignInRoutes(grid, account) };
  },
};

function createSignInRoutes(grid: GridClient, { findCode, passkeys }: Account): Routes {
  return {
    async "code/send"({ type }) {
      await grid.challengeAuthCredential({ path: { id: await findCode(type) } });
    },
    async "code/verify"({ type, otp, clientPublicKey }, visitor) {
      const path = { id: await findCode(type) };
      const body = { type: "EMAIL_OTP", otp, clientPublicKey } as const;
      const { data } = await grid.verifyAuthCredential({ path, body }).catch(refuseProof(CODE_REFUSED));
      return openSession(visitor, data);
    },
    async "passkey/challenge"({ id }) {
      const { data } = await grid.challengeAuthCredential({ path: { id } });
      if (data.type !== "PASSKEY") throw new TypeError(`a challenge of ${data.type}`);
      const { challenge, requestId, expiresAt } = data;
      return { challenge, requestId, expiresAt, passkey: passkeys.get(id) };
    },
    async "passkey/verify"({ id, requestId, assertion, clientPublicKey }, visitor) {
      const body = { type: "PASSKEY", assertion, clientPublicKey } as const;
      const input = { path: { id }, header: { "Request-Id": requestId }, body };
      const { data } = await grid.verifyAuthCredential(input).catch(refuseProof(PASSKEY_REFUSED));
      return openSession(visitor, data);
    },
  };
}
