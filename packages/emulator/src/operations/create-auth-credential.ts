import type { AuthCredentialCreateRequestOneOf } from "@grid-sdk/core";
import type { Emulation, Handle } from "../emulation.ts";
import { verifyIdToken } from "../proofs/id-token.ts";
import { verifyAttestation } from "../proofs/passkey.ts";
import { Refusal } from "../refusal.ts";
import { demandAccount } from "../rules/lookup.ts";
import { needsSignature, refuseSecond, refuseUsedChallenge } from "../rules/registration.ts";
import { requestSignature, takeSignedRequest } from "../rules/signed-requests.ts";
import { addCredential } from "../state/credentials.ts";
import type { Account, CredentialDraft } from "../state/model.ts";
import { issueChallenge } from "./challenge-auth-credential.ts";

export const createAuthCredential: Handle<"createAuthCredential"> = async (emulation, request) => {
  const { body } = request;
  const { state, clock } = emulation;
  const account = demandAccount(emulation, body.accountId);
  const signed = takeSignedRequest(emulation, request, account);
  // A token was fresh when the signature was asked for; the person who signs takes a while.
  const draft = await draftCredential(emulation, account, body, signed?.issuedAt ?? clock.now());
  if (body.type === "PASSKEY") refuseUsedChallenge(account, body.challenge);
  refuseSecond(account, draft);
  if (!signed && needsSignature(account)) return requestSignature(emulation, request, account, body.type);
  if (body.type === "PASSKEY") account.registrationChallenges.add(body.challenge);
  return issueChallenge(emulation, account, addCredential(state, account, draft, clock.now()), 201);
};

async function draftCredential(
  { issuer, settings }: Emulation,
  { email }: Account,
  body: AuthCredentialCreateRequestOneOf,
  now: number,
): Promise<CredentialDraft> {
  if (body.type === "EMAIL_OTP") return { type: body.type, nickname: email };
  if (body.type === "OAUTH") return { type: body.type, ...(await verifyIdToken(body.oidcToken, issuer, now)) };
  if (body.type === "PASSKEY") {
    const { type, nickname, attestation, challenge } = body;
    return { type, nickname, passkey: await verifyAttestation(attestation, challenge, settings) };
  }
  throw new Refusal(400, "INVALID_INPUT", "The emulator does not know credentials of this type.");
}
