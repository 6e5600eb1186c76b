import type { Handle } from "../emulation.ts";
import { demandSession } from "../rules/lookup.ts";
import { requestSignature, takeSignedRequest } from "../rules/signed-requests.ts";
import { removeSession } from "../state/sessions.ts";

/** Any session of the account may sign, also the one that ends. */
export const revokeAuthSession: Handle<"revokeAuthSession"> = (emulation, request) => {
  const { account, session } = demandSession(emulation, request.pathParameters["id"] ?? "");
  const signed = takeSignedRequest(emulation, request, account);
  if (!signed) return requestSignature(emulation, request, account, session.type);
  removeSession(emulation.state, account, session.id);
  return { status: 204 };
};
