import { type SessionKey, signPayload } from "@grid-sdk/device";
import { post, type SignatureRequest } from "./post.ts";

// With a session of another credential: a credential cannot revoke itself.
export const revokeCredential = (id: string, sessionKey: SessionKey): Promise<void> =>
  revoke("/credentials/revoke", id, sessionKey);

// With any open session of the account, including this one.
export const revokeSession = (id: string, sessionKey: SessionKey): Promise<void> =>
  revoke("/sessions/revoke", id, sessionKey);

async function revoke(path: string, id: string, sessionKey: SessionKey): Promise<void> {
  const { payloadToSign, requestId } = await post<SignatureRequest>(path, { id });
  if (payloadToSign !== undefined)
    await post(`${path}/sign`, { id, requestId, signature: await signPayload(payloadToSign, sessionKey) });
}
