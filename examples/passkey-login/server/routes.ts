import { randomBytes } from "node:crypto";
import { type AuthSession, type GridClient, isGridError } from "@grid-sdk/client";
import type { GridEmulator } from "@grid-sdk/emulator";
import { Refusal } from "./explain.ts";
import type { Routes } from "./serve.ts";
import type { Visitor } from "./visitors.ts";

interface Signed {
  readonly signature: string;
  readonly requestId: string;
}

/** What the page may ask for. The API's secret stays here; the user's keys stay there. */
export function createRoutes(grid: GridClient, accountId: string, emulator?: GridEmulator): Routes {
  /** By the id of their credential: what browsers know the passkeys by. A team's database. */
  const passkeys = new Map<string, { id: string; transports?: string[] | undefined }>();
  const query = { accountId };

  /** The visitor's own session, if it is still open. */
  async function demandSession({ sessionId }: Visitor) {
    const { data } = await grid.listAuthSessions({ query });
    const session = data.data.find(({ id }) => id === sessionId);
    if (!session) throw new Refusal(401, "Your session has ended. Sign in again.", "SESSION_ENDED");
    return session;
  }
  /** If the response was lost: the passkey that this backend does not know is the one that was to be registered. */
  const findLost = async (error: unknown) => {
    if (!isGridError(error) || !error.mayHaveBeenProcessed) throw error;
    const { data } = await grid.listAuthCredentials({ query });
    const lost = data.data.find(({ id, type }) => type === "PASSKEY" && !passkeys.has(id));
    if (!lost) throw error;
    return { status: 201, data: lost } as const;
  };
  const emailId = async () => {
    const { data } = await grid.listAuthCredentials({ query });
    const credential = data.data.find(({ type }) => type === "EMAIL_OTP");
    if (!credential) throw new Refusal(409, "This account has no email address for a code. Sign in with a passkey.");
    return credential.id;
  };

  return {
    async state(_, visitor) {
      const [{ data: sessions, headers }, { data: credentials }] = await Promise.all([
        grid.listAuthSessions({ query }),
        grid.listAuthCredentials({ query }),
      ]);
      const session = sessions.data.find(({ id }) => id === visitor.sessionId);
      const own = session && { session, sessions: sessions.data, credentials: credentials.data };
      const mails = emulator?.outbox.slice(-3) ?? [];
      const now = headers.get("date") ?? new Date().toUTCString();
      return { ...own, mails, isEmulated: emulator !== undefined, now };
    },
    async "code/send"() {
      await grid.challengeAuthCredential({ path: { id: await emailId() } });
    },
    async "code/verify"({ otp, clientPublicKey }, visitor) {
      const path = { id: await emailId() };
      const body = { type: "EMAIL_OTP", otp, clientPublicKey } as const;
      const refused = "This code did not work. Check it and try again, or ask for a new one.";
      return open(visitor, (await grid.verifyAuthCredential({ path, body }).catch(refuseProof(refused))).data);
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
      const refused = "The passkey was not accepted. Its challenge may have expired. Try again.";
      return open(visitor, (await grid.verifyAuthCredential(input).catch(refuseProof(refused))).data);
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

/** The visitor's session from now on. */
function open(visitor: Visitor, { id, encryptedSessionSigningKey }: AuthSession) {
  visitor.sessionId = id;
  return { sessionId: id, encryptedSessionSigningKey };
}

/** The API has the same error for a proof that is wrong and for one that is late or was used. */
function refuseProof(message: string) {
  return (error: unknown): never => {
    const isRefused = isGridError(error, { kind: "api" }) && error.status === 401;
    throw isRefused ? new Refusal(401, message) : error;
  };
}

/** The headers of a call that the page has signed. */
function sign(signed?: Signed) {
  return signed ? { header: { "Grid-Wallet-Signature": signed.signature, "Request-Id": signed.requestId } } : {};
}
