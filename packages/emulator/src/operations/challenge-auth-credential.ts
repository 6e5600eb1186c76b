import { describeCredential } from "../describe.ts";
import type { Emulation, Handle, Result } from "../emulation.ts";
import { issuePasskeyChallenge, limitCodes, mailCode } from "../rules/challenges.ts";
import { demandCredential } from "../rules/lookup.ts";
import type { Account, Credential } from "../state/model.ts";

export const challengeAuthCredential: Handle<"challengeAuthCredential"> = (emulation, { pathParameters }) => {
  const { account, credential } = demandCredential(emulation, pathParameters["id"] ?? "");
  if (credential.type === "EMAIL_OTP") limitCodes(emulation, credential);
  return issueChallenge(emulation, account, credential, 200);
};

/** What a credential is challenged with, also the one that has just been registered. */
export function issueChallenge(emulation: Emulation, account: Account, credential: Credential, status: number): Result {
  if (credential.type === "EMAIL_OTP") mailCode(emulation, account, credential);
  const challenge = credential.type === "PASSKEY" ? issuePasskeyChallenge(emulation, credential) : {};
  return { status, body: { ...describeCredential(credential), ...challenge } };
}
