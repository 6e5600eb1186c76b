import { generateClientKey, type SessionKey, sessionKeyOf, type SessionResponse } from "@grid-sdk/device";
import { post } from "../post.ts";

// With a token that the identity provider has just issued: the API rejects a token that is older than a minute.
export async function signInWithToken(oidcToken: string): Promise<SessionKey> {
  const clientKey = await generateClientKey();
  const body = { oidcToken, clientPublicKey: clientKey.publicKey };
  const session = await post<SessionResponse>("/sign-in/oauth", body);
  return sessionKeyOf(session, clientKey);
}
