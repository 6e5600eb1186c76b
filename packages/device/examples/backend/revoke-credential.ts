import type { GridClient, SignedRequestChallenge } from "@grid-sdk/client";

// Check first that the credential is one of this user's.
export async function startRevocation(grid: GridClient, id: string): Promise<Partial<SignedRequestChallenge>> {
  const { status, data } = await grid.revokeAuthCredential({ path: { id } });
  return status === 202 ? { payloadToSign: data.payloadToSign, requestId: data.requestId } : {};
}

export async function completeRevocation(
  grid: GridClient,
  id: string,
  { requestId, signature }: { requestId: string; signature: string },
): Promise<void> {
  const header = { "Request-Id": requestId, "Grid-Wallet-Signature": signature };
  const { status } = await grid.revokeAuthCredential({ path: { id }, header });
  if (status === 202) throw new Error("the API asks for the signature that it got");
}
