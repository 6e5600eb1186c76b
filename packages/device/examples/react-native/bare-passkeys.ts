import { passkeyRequestOptions, toPasskeyAssertion } from "@grid-sdk/device/native";
import { Passkey } from "react-native-passkey";

// Without transports: that library has its own types for them, and on iOS it reads one value where WebAuthn has a list.
export async function signChallenge(challenge: string, credentialId: string, rpId: string) {
  const allowCredentials = [{ type: "public-key", id: credentialId } as const];
  const options = { ...passkeyRequestOptions(challenge), rpId, allowCredentials };
  return toPasskeyAssertion(await Passkey.get(options));
}
