import {
  generateSessionKey,
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
  credentialId: string;
  requestId: string;
}

/** A challenge, and the key that it was made for. */
interface KeyChallenge extends Challenge {
  key: SessionKey;
}

// Before the user taps: a request in between would use up the tap. Generate the key first: the challenge names it.
export async function fetchChallenge(): Promise<KeyChallenge> {
  const key = await generateSessionKey();
  const challenge = await post<Challenge>("/sign-in/passkey/challenge", { clientPublicKey: key.publicKey });
  return { ...challenge, key };
}

// In the tap's own handler. Resolves to undefined if the user cancels.
export async function signInWithPasskey(
  { challenge, credentialId, requestId, key }: KeyChallenge,
  passkey: PasskeyDescriptor = credentialId,
): Promise<SessionKey | undefined> {
  try {
    const assertion = await getPasskey({ challenge }, { allowCredentials: [passkey] });
    const session = await post<SessionResponse>("/sign-in/passkey/verify", { requestId, assertion });
    return await sessionKeyOf(session, key);
  } catch (error) {
    if (isGridDeviceError(error, "NOT_COMPLETED")) return undefined;
    throw error;
  }
}
