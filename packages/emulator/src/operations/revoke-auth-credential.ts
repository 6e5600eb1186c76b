import type { Handle } from "../emulation.ts";
import { readId } from "../ids.ts";
import { demandCredential } from "../rules/lookup.ts";
import { keepLastCredential } from "../rules/revocation.ts";
import { demandSigner, requestSignature, takeSignedRequest } from "../rules/signed-requests.ts";
import { removeCredential } from "../state/credentials.ts";

export const revokeAuthCredential: Handle = (emulation, request) => {
  const { account, credential } = demandCredential(emulation, readId(request));
  const signed = takeSignedRequest(emulation, request, demandSigner(emulation, account, credential.id));
  keepLastCredential(account);
  if (!signed) {
    return { status: 202, body: { type: credential.type, ...requestSignature(emulation, request, account) } };
  }
  removeCredential(emulation.state, account, credential.id);
  return { status: 204 };
};
