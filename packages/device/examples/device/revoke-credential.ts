import { type SessionKey, signPayload } from "@grid-sdk/device";
import { post, type SignatureRequest } from "./post.ts";

// With a session of another credential: none revokes itself.
export async function revokeCredential(id: string, sessionKey: SessionKey): Promise<void> {
  const { payloadToSign, requestId } = await post<SignatureRequest>("/credentials/revoke", { id });
  if (payloadToSign !== undefined)
    await post("/credentials/revoke/sign", { id, requestId, signature: await signPayload(payloadToSign, sessionKey) });
}
