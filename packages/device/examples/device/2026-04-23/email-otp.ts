import { generateClientKey, type SessionKey, sessionKeyOf, type SessionResponse } from "@grid-sdk/device";
import { post } from "../post.ts";

// When the user asks for a code.
export async function askForCode(email: string): Promise<void> {
  await post("/sign-in/email/send", { email });
}

// When the user has typed it in.
export async function signInWithCode(email: string, otp: string): Promise<SessionKey> {
  const clientKey = await generateClientKey();
  const body = { email, otp, clientPublicKey: clientKey.publicKey };
  const session = await post<SessionResponse>("/sign-in/email/verify", body);
  return sessionKeyOf(session, clientKey);
}
