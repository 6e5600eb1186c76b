import type { ApiRequest } from "@grid-sdk/server-kit";
import type { AuthCredentialCreateRequestOneOf } from "@grid-sdk/core/latest";
import { findCredentialType } from "../credentials/find-credential-type.ts";
import { describeCredential } from "../describe.ts";
import type { Emulation, Result } from "../emulation.ts";
import { demandAccount } from "../rules/lookup.ts";
import { needsSignature } from "../rules/registration.ts";
import { demandSigner, requestSignature, takeSignedRequest } from "../rules/signed-requests.ts";
import { addCredential } from "../state/credentials.ts";

export async function createAuthCredential(
  emulation: Emulation,
  request: ApiRequest<AuthCredentialCreateRequestOneOf>,
): Promise<Result> {
  const { body } = request;
  const { state, clock } = emulation;
  const account = demandAccount(emulation, body.accountId);
  const signed = takeSignedRequest(emulation, request, demandSigner(emulation, account));
  const type = findCredentialType(emulation, body.type);
  // The token was fresh when the signature was requested. Signing can take a person a while.
  const draft = await type.draftFromRequest(emulation, account, body, signed?.issuedAt ?? clock.now());
  type.refuseSecond(account, draft);
  if (!signed && needsSignature(account)) {
    return { status: 202, body: { type: body.type, ...requestSignature(emulation, request, account) } };
  }
  const credential = addCredential(state, account, draft, clock.now());
  const own = type.register(emulation, account, credential);
  return { status: 201, body: { ...describeCredential(emulation, credential), ...own } };
}
