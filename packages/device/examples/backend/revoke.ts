import type { GridClient, SignedRequestChallenge } from "@grid-sdk/client/latest";

/** A client of either line: this code is the same on both. */
type Grid = Pick<GridClient, "revokeAuthCredential" | "revokeAuthSession">;

// A credential (AuthMethod:…) or a session (Session:…). First check that it belongs to this user.
const revoke = (grid: Grid, id: string, header?: { "Request-Id": string; "Grid-Wallet-Signature": string }) => {
  const input = { path: { id }, ...(header && { header }) };
  return id.startsWith("Session:") ? grid.revokeAuthSession(input) : grid.revokeAuthCredential(input);
};

export async function startRevocation(grid: Grid, id: string): Promise<Partial<SignedRequestChallenge>> {
  const { status, data } = await revoke(grid, id);
  return status === 202 ? { payloadToSign: data.payloadToSign, requestId: data.requestId } : {};
}

export async function completeRevocation(
  grid: Grid,
  id: string,
  { requestId, signature }: { requestId: string; signature: string },
): Promise<void> {
  const { status } = await revoke(grid, id, { "Request-Id": requestId, "Grid-Wallet-Signature": signature });
  if (status === 202) throw new Error("the API asks again for a signature, although the request had one");
}
