import {
  generateClientKey,
  getPasskey,
  isGridDeviceError,
  type PasskeyDescriptor,
  type SessionKey,
  sessionKeyOf,
  type SessionResponse,
} from "@grid-sdk/device";
import { post } from "../post.ts";

interface Challenge {
  challenge: string;
  requestId: string;
}

// Before the user taps: a request in between would use up the tap. The challenge is valid for about 5 minutes.
export const fetchChallenge = (): Promise<Challenge> => post("/sign-in/passkey/challenge");

// In the tap's own handler. Resolves to undefined if the user cancels.
export async function signInWithPasskey(
  { challenge, requestId }: Challenge,
  passkey?: PasskeyDescriptor,
): Promise<SessionKey | undefined> {
  try {
    const assertion = await getPasskey({ challenge }, { allowCredentials: passkey ? [passkey] : undefined });
    const clientKey = await generateClientKey();
    const body = { requestId, assertion, clientPublicKey: clientKey.publicKey };
    const session = await post<SessionResponse>("/sign-in/passkey/verify", body);
    return await sessionKeyOf(session, clientKey);
  } catch (error) {
    if (isGridDeviceError(error, "NOT_COMPLETED")) return undefined;
    throw error;
  }
}
