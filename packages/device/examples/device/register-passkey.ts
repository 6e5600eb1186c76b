import { createPasskey, type PasskeyDescriptor, type SessionKey, signPayload } from "@grid-sdk/device";
import { post, type SignatureRequest } from "./post.ts";

interface Invitation {
  challenge: string;
  user: { id: string; name: string };
  /** The passkeys that the user has, so that a device does not make a second one. */
  excludeCredentials: PasskeyDescriptor[];
}

// Before the user taps.
export const fetchInvitation = (): Promise<Invitation> => post("/passkeys/invite");

// In the tap's own handler: first the passkey, then the network. Keep the result on the device, to sign in with it.
export async function registerPasskey(
  invitation: Invitation,
  nickname: string,
  sessionKey: SessionKey,
): Promise<PasskeyDescriptor> {
  const { challenge, user, excludeCredentials } = invitation;
  const attestation = await createPasskey({ challenge, rp: { name: "Example" }, user, excludeCredentials });
  const { payloadToSign, requestId } = await post<SignatureRequest>("/passkeys", { nickname, challenge, attestation });
  if (payloadToSign !== undefined)
    await post("/passkeys/sign", { requestId, signature: await signPayload(payloadToSign, sessionKey) });
  return { id: attestation.credentialId, transports: attestation.transports };
}
