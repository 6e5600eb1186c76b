import type { AuthSession, GridClient } from "@grid-sdk/client/latest";

// `id` is the device's session, which your backend has from its verification: Session:…
export async function startRefresh(
  grid: GridClient,
  id: string,
  { clientPublicKey }: { clientPublicKey: string },
): Promise<{ payloadToSign: string; requestId: string }> {
  const { status, data } = await grid.refreshAuthSession({ path: { id }, body: { clientPublicKey } });
  if (status !== 202) throw new Error("the API asked for no signature");
  return { payloadToSign: data.payloadToSign, requestId: data.requestId };
}

// The same body, now signed. The response has the new session's id: keep it in place of the old id.
export async function completeRefresh(
  grid: GridClient,
  id: string,
  { clientPublicKey, requestId, signature }: { clientPublicKey: string; requestId: string; signature: string },
): Promise<AuthSession> {
  const header = { "Request-Id": requestId, "Grid-Wallet-Signature": signature };
  const result = await grid.refreshAuthSession({ path: { id }, body: { clientPublicKey }, header });
  if (result.status === 202) throw new Error("the API asks again for a signature, although the request had one");
  return result.data;
}
