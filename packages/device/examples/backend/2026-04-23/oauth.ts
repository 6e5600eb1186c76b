import type { AuthSession, GridClient } from "@grid-sdk/client";

export async function verifyToken(
  grid: GridClient,
  id: string,
  { oidcToken, clientPublicKey }: { oidcToken: string; clientPublicKey: string },
): Promise<AuthSession> {
  const body = { type: "OAUTH", oidcToken, clientPublicKey } as const;
  const { data } = await grid.verifyAuthCredential({ path: { id }, body });
  return data;
}
