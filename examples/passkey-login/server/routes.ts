import { randomBytes } from "node:crypto";
import { isGridError } from "@grid-sdk/client";
import type { Account } from "./account.ts";
import { Refusal } from "./explain.ts";
import type { Grid } from "./shared-calls.ts";
import type { Emulator } from "./lines/line.ts";
import { listMessages } from "./messages.ts";
import type { Routes } from "./serve.ts";
import { sign } from "./sign.ts";

/**
 * The routes of the page except the sign-in: the same on every line. The API's secret stays in this backend, the user's
 * keys stay in the browser.
 */
export function createRoutes(
  grid: Grid,
  { id: accountId, passkeys, demandSession }: Account,
  emulator?: Emulator,
): Routes {
  const query = { accountId };

  /** If the response was lost: the passkey that this backend does not know is the one that was to be registered. */
  const findLost = async (error: unknown) => {
    if (!isGridError(error) || !error.mayHaveBeenProcessed) throw error;
    const { data } = await grid.listAuthCredentials({ query });
    const lost = data.data.find(({ id, type }) => type === "PASSKEY" && !passkeys.has(id));
    if (!lost) throw error;
    return { status: 201, data: lost } as const;
  };

  return {
    async state(_, visitor) {
      const [{ data: sessions, headers }, { data: credentials }] = await Promise.all([
        grid.listAuthSessions({ query }),
        grid.listAuthCredentials({ query }),
      ]);
      const session = sessions.data.find(({ id }) => id === visitor.sessionId);
      const own = session && { session, sessions: sessions.data, credentials: credentials.data };
      const now = headers.get("date") ?? new Date().toUTCString();
      return { ...own, messages: listMessages(emulator), isEmulated: emulator !== undefined, now };
    },
    async "passkey/invite"(_, visitor) {
      const { nickname } = await demandSession(visitor);
      const challenge = randomBytes(32).toString("base64url");
      visitor.challenges.add(challenge);
      const user = { id: Buffer.from(accountId).toString("base64url"), name: nickname };
      return { challenge, user, excludeCredentials: [...passkeys.values()] };
    },
    async "passkey/register"({ nickname, challenge, attestation, signed }, visitor) {
      await demandSession(visitor);
      if (!visitor.challenges.has(challenge)) throw new Refusal(409, "That was too late. Add the passkey again.");
      const body = { type: "PASSKEY", accountId, nickname, challenge, attestation } as const;
      const created = await grid.createAuthCredential({ body, ...sign(signed) }).catch(findLost);
      if (created.status === 202) return created.data;
      visitor.challenges.delete(challenge);
      const { credentialId: id, transports } = attestation as { credentialId: string; transports?: string[] };
      passkeys.set(created.data.id, { id, transports });
      return { id: created.data.id };
    },
    async "credential/revoke"({ id, signed }, visitor) {
      await demandSession(visitor);
      const { status, data } = await grid.revokeAuthCredential({ path: { id }, ...sign(signed) });
      if (status === 202) return data;
      passkeys.delete(id);
      return {};
    },
    async "session/revoke"({ id, signed }, visitor) {
      const { id: own } = await demandSession(visitor);
      const { status, data } = await grid.revokeAuthSession({ path: { id: id ?? own }, ...sign(signed) });
      return status === 202 ? data : {};
    },
    async advance({ ms }) {
      emulator?.advance(ms);
    },
  };
}
