import type { AuthSession, GridClient } from "@grid-sdk/client/latest";

export async function verifyToken(
  grid: GridClient,
  id: string,
  { oidcToken, clientPublicKey }: { oidcToken: string; clientPublicKey: string },
): Promise<AuthSession> {
  const body = { type: "OAUTH", oidcToken, clientPublicKey } as const;
  const result = await grid.verifyAuthCredential({ path: { id }, body });
  if (result.status === 202) throw new Error("the API asks for a signature, which a token does not need");
  return result.data;
}
