import { generateClientKey, getPasskey, openSessionKey, signPayload } from "@grid-sdk/device";

// `verify` is your own way to your own server, which calls the API with `@grid-sdk/client`.
export async function signIn(
  { challenge, requestId }: { challenge: string; requestId: string },
  verify: (body: object) => Promise<{ encryptedSessionSigningKey: string }>,
): Promise<(payloadToSign: string) => Promise<string>> {
  const assertion = await getPasskey({ challenge });
  const clientKey = await generateClientKey();
  const session = await verify({ requestId, assertion, clientPublicKey: clientKey.publicKey });
  const sessionKey = await openSessionKey(session.encryptedSessionSigningKey, clientKey);
  // Resolves to the value of Grid-Wallet-Signature.
  return (payloadToSign) => signPayload(payloadToSign, sessionKey);
}
