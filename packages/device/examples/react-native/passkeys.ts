import {
  generateSessionKey,
  type PasskeyDescriptor,
  passkeyCreationOptions,
  passkeyRequestOptions,
  type SessionKey,
  sessionKeyOf,
  type SessionResponse,
  signPayload,
  toPasskeyAssertion,
  toPasskeyAttestation,
} from "@grid-sdk/device/native";
import * as Passkeys from "react-native-passkeys";
import { post, type SignatureRequest } from "./backend";

// The domain whose association files name your app. An app has no page whose domain could be the default.
const RP = { id: "example.com", name: "Example" };

interface Challenge {
  challenge: string;
  credentialId: string;
  requestId: string;
}

// Resolves to undefined if no passkey was used. Generate the key first: the challenge names it.
export async function signInWithPasskey(passkey?: PasskeyDescriptor): Promise<SessionKey | undefined> {
  const key = await generateSessionKey();
  const { challenge, credentialId, requestId } = await post<Challenge>("/sign-in/passkey/challenge", {
    clientPublicKey: key.publicKey,
  });
  const allowCredentials = [passkey ?? credentialId];
  const credential = await Passkeys.get(passkeyRequestOptions(challenge, { rpId: RP.id, allowCredentials }));
  if (!credential) return undefined;
  const assertion = toPasskeyAssertion(credential);
  const session = await post<SessionResponse>("/sign-in/passkey/verify", { requestId, assertion });
  return sessionKeyOf(session, key);
}

interface Invitation {
  challenge: string;
  user: { id: string; name: string };
  /** The passkeys that the user has, so that one phone does not make a second. */
  excludeCredentials: PasskeyDescriptor[];
}

// For a user who is signed in. Keep the result on the phone, to sign in with this passkey.
export async function registerPasskey(
  nickname: string,
  sessionKey: SessionKey,
): Promise<PasskeyDescriptor | undefined> {
  const { challenge, user, excludeCredentials } = await post<Invitation>("/passkeys/invite");
  const options = passkeyCreationOptions({ challenge, rp: RP, user, excludeCredentials });
  const credential = await Passkeys.create(options);
  if (!credential) return undefined;
  const attestation = toPasskeyAttestation(credential);
  const { payloadToSign, requestId } = await post<SignatureRequest>("/passkeys", { nickname, challenge, attestation });
  if (payloadToSign !== undefined)
    await post("/passkeys/sign", { requestId, signature: await signPayload(payloadToSign, sessionKey) });
  return { id: attestation.credentialId, transports: attestation.transports };
}
