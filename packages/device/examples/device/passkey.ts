import {
  generateClientKey,
  getPasskey,
  isGridDeviceError,
  openSessionKey,
  type PasskeyDescriptor,
  type SessionKey,
} from "@grid-sdk/device";
import { post, type VerifiedSession } from "./post.ts";

interface Challenge {
  challenge: string;
  requestId: string;
}

// Before the user taps: a request in between would spend the tap. It holds for about 5 minutes.
export const fetchChallenge = (): Promise<Challenge> => post("/sign-in/passkey/challenge");

// In the tap's own handler. Resolves to undefined if the user did not go through with it.
export async function signInWithPasskey(
  { challenge, requestId }: Challenge,
  passkey?: PasskeyDescriptor,
): Promise<SessionKey | undefined> {
  try {
    const assertion = await getPasskey({ challenge }, { allowCredentials: passkey ? [passkey] : undefined });
    const clientKey = await generateClientKey();
    const body = { requestId, assertion, clientPublicKey: clientKey.publicKey };
    const session = await post<VerifiedSession>("/sign-in/passkey/verify", body);
    return await openSessionKey(session.encryptedSessionSigningKey, clientKey);
  } catch (error) {
    if (isGridDeviceError(error, "NOT_COMPLETED")) return undefined;
    throw error;
  }
}
