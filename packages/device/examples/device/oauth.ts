import { generateClientKey, openSessionKey, type SessionKey } from "@grid-sdk/device";
import { post, type VerifiedSession } from "./post.ts";

// With a token that the identity provider has just issued: the API takes none older than a minute.
export async function signInWithToken(oidcToken: string): Promise<SessionKey> {
  const clientKey = await generateClientKey();
  const body = { oidcToken, clientPublicKey: clientKey.publicKey };
  const session = await post<VerifiedSession>("/sign-in/oauth", body);
  return openSessionKey(session.encryptedSessionSigningKey, clientKey);
}
