/** Ends a session; `sign` signs the payload that the API wants signed first. */
export async function endSession(grid, id, sign) {
  const { status, data } = await grid.revokeAuthSession({ path: { id } });
  if (status === 204) return;
  const header = { "Grid-Wallet-Signature": await sign(data.payloadToSign), "Request-Id": data.requestId };
  await grid.revokeAuthSession({ path: { id }, header });
}
