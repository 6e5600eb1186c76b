import { generateSessionKey, type SessionKey, sessionKeyOf, type SessionResponse, signPayload } from "@grid-sdk/device";
import { post } from "../post.ts";

// Before the session expires. The session's key signs for the new key. Then keep the new key in its place.
export async function refreshSession(sessionKey: SessionKey): Promise<SessionKey> {
  const key = await generateSessionKey();
  const clientPublicKey = key.publicKey;
  const { payloadToSign, requestId } = await post<{ payloadToSign: string; requestId: string }>("/sessions/refresh", {
    clientPublicKey,
  });
  const signature = await signPayload(payloadToSign, sessionKey);
  const session = await post<SessionResponse>("/sessions/refresh/sign", { clientPublicKey, requestId, signature });
  return sessionKeyOf(session, key);
}
