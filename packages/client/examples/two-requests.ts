import type { GridClient } from "@grid-sdk/client";

// The key that signs is on the user's device, so a signed change needs two requests of your backend.
// The first one returns what the device has to sign, or undefined if no signature is needed.
export async function startRevoking(grid: GridClient, id: string) {
  const revoked = await grid.revokeAuthCredential({ path: { id } });
  if (revoked.status === 204) return undefined;
  const { payloadToSign, requestId, expiresAt } = revoked.data;
  return { payloadToSign, requestId, expiresAt };
}

// The second one has the device's signature. A signature works once: after an error, start again.
export async function finishRevoking(grid: GridClient, id: string, requestId: string, signature: string) {
  const header = { "Grid-Wallet-Signature": signature, "Request-Id": requestId };
  await grid.revokeAuthCredential({ path: { id }, header, retryUnsafe: false });
}
