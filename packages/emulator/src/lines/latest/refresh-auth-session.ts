import type { ApiRequest } from "@grid-sdk/server-kit";
import type { AuthSessionRefreshRequest } from "@grid-sdk/core/latest";
import type { Emulation, Result } from "../../emulation.ts";
import { readId } from "../../ids.ts";
import { openSession } from "../../open-session.ts";
import { requestSignature, takeSignedRequest } from "../../rules/signed-requests.ts";
import { chooseSessionKey } from "../../session-key.ts";
import { demandClientPublicKey } from "./rules/keys.ts";
import { demandOpenSession, demandOwnKey } from "./rules/refresh.ts";

/** Opens a second session. The first one stays open until it expires or is revoked. */
export async function refreshAuthSession(
  emulation: Emulation,
  request: ApiRequest<AuthSessionRefreshRequest>,
): Promise<Result> {
  const { clientPublicKey } = request.body;
  demandClientPublicKey(clientPublicKey);
  // Before the check of the session, because it is asynchronous: the session must still be open afterwards.
  const key = await chooseSessionKey(clientPublicKey);
  const { account, session } = demandOpenSession(emulation, readId(request));
  const signed = takeSignedRequest(emulation, request, (stamp) => demandOwnKey(stamp, session));
  const parameters = { targetPublicKey: clientPublicKey };
  if (!signed) return { status: 202, body: requestSignature(emulation, request, account, { parameters }) };
  return openSession(emulation, session.credentialId, key, 201);
}
