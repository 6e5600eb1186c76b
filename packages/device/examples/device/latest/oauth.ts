import { generateSessionKey, type SessionKey, sessionKeyOf, type SessionResponse } from "@grid-sdk/device";
import { post } from "../post.ts";

// `askForToken` gets an ID token with this nonce from the identity provider. Generate the key first: the nonce names it.
export async function signInWithToken(askForToken: (nonce: string) => Promise<string>): Promise<SessionKey> {
  const key = await generateSessionKey();
  const oidcToken = await askForToken(await nonceOf(key.publicKey));
  const session = await post<SessionResponse>("/sign-in/oauth", { oidcToken, clientPublicKey: key.publicKey });
  return sessionKeyOf(session, key);
}

// The SHA-256 of the characters of the key, not of its bytes, in lower-case hex.
async function nonceOf(clientPublicKey: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(clientPublicKey));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
