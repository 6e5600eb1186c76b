import { randomBytes } from "node:crypto";
import { type AuthSession, type GridClient, isGridError } from "@grid-sdk/client";
import type { GridEmulator } from "@grid-sdk/emulator";
import { SignedOut } from "./explain.ts";
import type { Routes, Visitor } from "./serve.ts";

interface Signed {
  readonly signature: string;
  readonly requestId: string;
}

/** What the page may ask for. The API's secret stays here; the user's keys stay there. */
export function createRoutes(grid: GridClient, accountId: string, emulator?: GridEmulator): Routes {
  /** By the id of their credential: what browsers know the passkeys by. A team's database. */
  const passkeys = new Map<string, { id: string; transports?: string[] | undefined }>();
  const query = { accountId };

  async function listSessions() {
    return (await grid.listAuthSessions({ query })).data.data;
  }
  /** The visitor's own session, which has to be open still. */
  async function demandSession({ sessionId }: Visitor) {
    const session = (await listSessions()).find(({ id }) => id === sessionId);
    if (!session) throw new SignedOut();
    return session;
  }
  /** Where the answer was lost: the passkey that nobody here knows is the one that was to be registered. */
  const findLost = async (error: unknown) => {
    if (!isGridError(error) || !error.mayHaveBeenProcessed) throw error;
    const { data } = await grid.listAuthCredentials({ query });
    const lost = data.data.find(({ id, type }) => type === "PASSKEY" && !passkeys.has(id));
    if (!lost) throw error;
    return { status: 201, data: lost } as const;
  };
  const emailId = async () => {
    const { data } = await grid.listAuthCredentials({ query });
    return data.data.find(({ type }) => type === "EMAIL_OTP")?.id ?? "none";
  };

  return {
    async state(_, visitor) {
      const [sessions, { data }] = await Promise.all([listSessions(), grid.listAuthCredentials({ query })]);
      const session = sessions.find(({ id }) => id === visitor.sessionId);
      const mails = emulator?.outbox.slice(-3) ?? [];
      return {
        session,
        mails,
        ...(session && { sessions, credentials: data.data }),
        isEmulated: emulator !== undefined,
      };
    },
    async "code/send"() {
      await grid.challengeAuthCredential({ path: { id: await emailId() } });
    },
    async "code/verify"({ otp, clientPublicKey }, visitor) {
      const path = { id: await emailId() };
      const body = { type: "EMAIL_OTP", otp, clientPublicKey } as const;
      return open(visitor, (await grid.verifyAuthCredential({ path, body })).data);
    },
    async "passkey/challenge"({ id }) {
      const { data } = await grid.challengeAuthCredential({ path: { id } });
      if (data.type !== "PASSKEY") throw new TypeError(`a challenge of ${data.type}`);
      return { challenge: data.challenge, requestId: data.requestId, passkey: passkeys.get(id) };
    },
    async "passkey/verify"({ id, requestId, assertion, clientPublicKey }, visitor) {
      const body = { type: "PASSKEY", assertion, clientPublicKey } as const;
      const header = { "Request-Id": requestId };
      return open(visitor, (await grid.verifyAuthCredential({ path: { id }, header, body })).data);
    },
    async "passkey/invite"(_, visitor) {
      const { nickname } = await demandSession(visitor);
      visitor.challenge = randomBytes(32).toString("base64url");
      const user = { id: Buffer.from(accountId).toString("base64url"), name: nickname };
      return { challenge: visitor.challenge, user, excludeCredentials: [...passkeys.values()] };
    },
    async "passkey/register"({ nickname, attestation, signed }, visitor) {
      await demandSession(visitor);
      const body = { type: "PASSKEY", accountId, nickname, challenge: visitor.challenge ?? "", attestation } as const;
      const created = await grid.createAuthCredential({ body, ...sign(signed) }).catch(findLost);
      if (created.status === 202) return created.data;
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

/** The visitor's session from now on. */
function open(visitor: Visitor, { id, encryptedSessionSigningKey }: AuthSession) {
  visitor.sessionId = id;
  return { encryptedSessionSigningKey };
}

/** The headers of a call that the page has signed. */
function sign(signed?: Signed) {
  return signed ? { header: { "Grid-Wallet-Signature": signed.signature, "Request-Id": signed.requestId } } : {};
}
