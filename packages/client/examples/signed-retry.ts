import { type GridClient, signedRetry } from "@grid-sdk/client";

// `sign` signs with the key of a verified session. It is called only if the API requires a signature.
export async function revoke(grid: GridClient, id: string, sign: (payload: string) => Promise<string>): Promise<204> {
  const { status } = await signedRetry((signed) => grid.revokeAuthCredential({ path: { id }, ...signed }), sign);
  return status;
}
