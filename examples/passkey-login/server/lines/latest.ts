import { createGridClient, type GridClient } from "@grid-sdk/client/latest";
import { startGridEmulator } from "@grid-sdk/emulator/latest";
import type { Account } from "../account.ts";
import { CODE_REFUSED, PASSKEY_REFUSED, refuseProof } from "../refuse-proof.ts";
import type { Routes } from "../serve.ts";
import { sign } from "../sign.ts";
import { openSession } from "../visitors.ts";
import type { Line } from "./line.ts";

/** The device's key becomes the session's key. It goes to the API sealed with a code, for a passkey's challenge, or in a refresh. */
export const line: Line = {
  name: "latest",
  startEmulator() {
    const credentials = [{ type: "EMAIL_OTP" }, { type: "SMS_OTP" }] as const;
    const account = { email: "ada@example.com", phoneNumber: "+12025550142", credentials };
    return startGridEmulator({ seed: { accounts: [account] } });
  },
  connect(options) {
    const grid = createGridClient(options);
    return { grid, createSignInRoutes: (account) => createSignInRoutes(grid, account) };
  },
};

function createSignInRoutes(grid: GridClient, { demandSession, findCode, passkeys }: Account): Routes {
  return {
    async "code/send"({ type }) {
      const { data } = await grid.challengeAuthCredential({ path: { id: await findCode(type) } });
      if (data.type === "PASSKEY") throw new TypeError("a challenge of a passkey");
      return { otpEncryptionTargetBundle: data.otpEncryptionTargetBundle };
    },
    // Called twice: the API decrypts the bundle and asks for a signature by the key in it. Then the same body comes signed.
    async "code/verify"({ type, encryptedOtpBundle, signed }, visitor) {
      const input = { path: { id: await findCode(type) }, body: { type, encryptedOtpBundle }, ...sign(signed) };
      const { status, data } = await grid.verifyAuthCredential(input).catch(refuseProof(CODE_REFUSED));
      return status === 202 ? data : openSession(visitor, data);
    },
    async "passkey/challenge"({ id, clientPublicKey }) {
      const { data } = await grid.challengeAuthCredential({ path: { id }, body: { clientPublicKey } });
      if (data.type !== "PASSKEY") throw new TypeError(`a challenge of ${data.type}`);
      const { challenge, requestId, expiresAt, credentialId } = data;
      return { challenge, requestId, expiresAt, passkey: passkeys.get(id) ?? { id: credentialId } };
    },
    async "passkey/verify"({ id, requestId, assertion }, visitor) {
      const input = {
        path: { id },
        header: { "Request-Id": requestId },
        body: { type: "PASSKEY", assertion } as const,
      };
      const { status, data } = await grid.verifyAuthCredential(input).catch(refuseProof(PASSKEY_REFUSED));
      if (status === 202) throw new TypeError("a passkey needs no second request");
      return openSession(visitor, data);
    },
    // Called twice too, signed with the key of the current session. The new session has another id.
    async "session/refresh"({ clientPublicKey, signed }, visitor) {
      const { id } = await demandSession(visitor);
      const input = { path: { id }, body: { clientPublicKey }, ...sign(signed) };
      const { status, data } = await grid.refreshAuthSession(input);
      return status === 202 ? data : openSession(visitor, data);
    },
  };
}
