import type { AuthSession, GridClient, PasskeyAssertion } from "@grid-sdk/client/latest";

// The API makes the challenge for the device's key. The type says that the body is optional, but a passkey needs it.
export async function challengePasskey(
  grid: GridClient,
  id: string,
  { clientPublicKey }: { clientPublicKey: string },
): Promise<{ challenge: string; credentialId: string; requestId: string }> {
  const { data } = await grid.challengeAuthCredential({ path: { id }, body: { clientPublicKey } });
  if (data.type !== "PASSKEY") throw new Error(`${id} is not a passkey but ${data.type}`);
  return { challenge: data.challenge, credentialId: data.credentialId, requestId: data.requestId };
}

// `Request-Id` identifies the challenge that the passkey signed. The body has no key: the challenge has it.
export async function verifyPasskey(
  grid: GridClient,
  id: string,
  { requestId, assertion }: { requestId: string; assertion: PasskeyAssertion },
): Promise<AuthSession> {
  const body = { type: "PASSKEY", assertion } as const;
  const result = await grid.verifyAuthCredential({ path: { id }, body, header: { "Request-Id": requestId } });
  if (result.status === 202) throw new Error("the API asks for a signature, which a passkey does not need");
  return result.data;
}
