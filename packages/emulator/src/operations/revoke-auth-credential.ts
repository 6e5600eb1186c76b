import type { Handle } from "../emulation.ts";
import { demandCredential } from "../rules/lookup.ts";
import { keepLastCredential } from "../rules/revocation.ts";
import { requestSignature, takeSignedRequest } from "../rules/signed-requests.ts";
import { removeCredential } from "../state/credentials.ts";

export const revokeAuthCredential: Handle<"revokeAuthCredential"> = (emulation, request) => {
  const { account, credential } = demandCredential(emulation, request.pathParameters["id"] ?? "");
  const signed = takeSignedRequest(emulation, request, account, credential.id);
  keepLastCredential(account);
  if (!signed) return requestSignature(emulation, request, account, credential.type);
  removeCredential(emulation.state, account, credential.id);
  return { status: 204 };
};
