import type { ApiRequest } from "@grid-sdk/server-kit";
import type { AuthMethodType } from "@grid-sdk/core/latest";
import { findCredentialType } from "../credentials/find-credential-type.ts";
import type { Emulation, Result } from "../emulation.ts";
import { readId } from "../ids.ts";
import { demandCredential } from "../rules/lookup.ts";
import { demandType } from "../rules/verification.ts";

export async function verifyAuthCredential(
  emulation: Emulation,
  request: ApiRequest<{ readonly type: AuthMethodType }>,
): Promise<Result> {
  const { credential } = demandCredential(emulation, readId(request));
  demandType(credential, request.body.type);
  return findCredentialType(emulation, credential.type).verify(emulation, credential, request);
}
