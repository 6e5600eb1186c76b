import type { ApiRequest } from "@grid-sdk/server-kit";
import { findCredentialType } from "../credentials/find-credential-type.ts";
import type { ChallengeBody } from "../credentials/credential-type.ts";
import { describeCredential } from "../describe.ts";
import type { Emulation, Result } from "../emulation.ts";
import { demandCredential } from "../rules/lookup.ts";

export function challengeAuthCredential(
  emulation: Emulation,
  { pathParameters, body }: ApiRequest<ChallengeBody | undefined>,
): Result {
  const { credential } = demandCredential(emulation, pathParameters["id"] ?? "");
  const challenge = findCredentialType(emulation, credential.type).challenge(emulation, credential, body);
  return { status: 200, body: { ...describeCredential(emulation, credential), ...challenge } };
}
