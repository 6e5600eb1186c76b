import type { ApiRequest } from "@grid-sdk/server-kit";
import { findCredentialType } from "../credentials/find-credential-type.ts";
import type { ChallengeBody } from "../credentials/credential-type.ts";
import { describeCredential } from "../describe.ts";
import type { Emulation, Result } from "../emulation.ts";
import { readId } from "../ids.ts";
import { demandCredential } from "../rules/lookup.ts";

export function challengeAuthCredential(emulation: Emulation, request: ApiRequest<ChallengeBody | undefined>): Result {
  const { credential } = demandCredential(emulation, readId(request));
  const challenge = findCredentialType(emulation, credential.type).challenge(emulation, credential, request.body);
  return { status: 200, body: { ...describeCredential(emulation, credential), ...challenge } };
}
