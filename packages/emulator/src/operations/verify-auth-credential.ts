import { randomUUID } from "node:crypto";
import type { AuthCredentialVerifyRequestOneOf } from "@grid-sdk/core";
import { describeSession } from "../describe.ts";
import type { Emulation, Handle, Result } from "../emulation.ts";
import { sealSessionKey } from "../keys/seal-session-key.ts";
import { generateSessionKey } from "../keys/session-key.ts";
import { verifyIdToken } from "../proofs/id-token.ts";
import { verifyAssertion } from "../proofs/passkey.ts";
import { demandCredential } from "../rules/lookup.ts";
import { demandPublicKey, demandType, takePasskeyChallenge, useCode, useToken } from "../rules/verification.ts";
import type { Credential, Session } from "../state/model.ts";
import { addSession } from "../state/sessions.ts";

export const verifyAuthCredential: Handle<"verifyAuthCredential"> = async (emulation, request) => {
  const { body, headers } = request;
  const { credential } = demandCredential(emulation, request.pathParameters["id"] ?? "");
  demandType(credential, body.type);
  demandPublicKey(body.clientPublicKey);
  await verifyProof(emulation, credential, body, headers["request-id"]);
  return openSession(emulation, credential, body.clientPublicKey);
};

async function verifyProof(
  emulation: Emulation,
  credential: Credential,
  body: AuthCredentialVerifyRequestOneOf,
  requestId: string | undefined,
): Promise<void> {
  const { issuer, clock, settings } = emulation;
  if (credential.type === "EMAIL_OTP" && body.type === "EMAIL_OTP") useCode(emulation, credential, body.otp);
  if (credential.type === "OAUTH" && body.type === "OAUTH") {
    useToken(emulation, credential, body.oidcToken, await verifyIdToken(body.oidcToken, issuer, clock.now()));
  }
  if (credential.type === "PASSKEY" && body.type === "PASSKEY") {
    const { challenge } = takePasskeyChallenge(emulation, credential, requestId);
    await verifyAssertion(body.assertion, challenge, credential.passkey, settings);
  }
}

/** Opens a session with a key of its own, which is given out here and never again. */
async function openSession(emulation: Emulation, { id }: Credential, clientPublicKey: string): Promise<Result> {
  const { privateKey, publicKey } = generateSessionKey();
  const encryptedSessionSigningKey = await sealSessionKey(privateKey, clientPublicKey);
  // Looked up again: it may have been revoked meanwhile.
  const { account, credential } = demandCredential(emulation, id);
  const createdAt = emulation.clock.now();
  const session: Session = {
    id: `Session:${randomUUID()}`,
    accountId: account.id,
    credentialId: id,
    type: credential.type,
    nickname: credential.nickname,
    publicKey,
    createdAt,
    expiresAt: createdAt + emulation.settings.sessionMs,
  };
  addSession(emulation.state, account, session, createdAt);
  return { status: 200, body: { ...describeSession(session), encryptedSessionSigningKey } };
}
