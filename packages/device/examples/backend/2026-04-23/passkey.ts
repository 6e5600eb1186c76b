import type { AuthSession, GridClient, PasskeyAssertion } from "@grid-sdk/client";

export async function challengePasskey(
  grid: GridClient,
  id: string,
): Promise<{ challenge: string; requestId: string }> {
  const { data } = await grid.challengeAuthCredential({ path: { id } });
  if (data.type !== "PASSKEY") throw new Error(`${id} is not a passkey but ${data.type}`);
  return { challenge: data.challenge, requestId: data.requestId };
}

// `Request-Id` identifies the challenge that the passkey signed.
export async function verifyPasskey(
  grid: GridClient,
  id: string,
  {
    requestId,
    assertion,
    clientPublicKey,
  }: { requestId: string; assertion: PasskeyAssertion; clientPublicKey: string },
): Promise<AuthSession> {
  const body = { type: "PASSKEY", assertion, clientPublicKey } as const;
  const { data } = await grid.verifyAuthCredential({ path: { id }, body, header: { "Request-Id": requestId } });
  return data;
}
