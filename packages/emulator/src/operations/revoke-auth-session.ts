import type { Handle } from "../emulation.ts";
import { readId } from "../ids.ts";
import { demandSession } from "../rules/lookup.ts";
import { demandSigner, requestSignature, takeSignedRequest } from "../rules/signed-requests.ts";
import { removeSession } from "../state/sessions.ts";

/** Any session of the account may sign, also the one to revoke. */
export const revokeAuthSession: Handle = (emulation, request) => {
  const { account, session } = demandSession(emulation, readId(request));
  const signed = takeSignedRequest(emulation, request, demandSigner(emulation, account));
  if (!signed) return { status: 202, body: { type: session.type, ...requestSignature(emulation, request, account) } };
  removeSession(emulation.state, session.id);
  return { status: 204 };
};
