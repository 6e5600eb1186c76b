import type { GridClient } from "@grid-sdk/client";

/** The names of the passkeys that may unlock a wallet. */
export async function listDevices(grid: GridClient, accountId: string): Promise<string[]> {
  const { data } = await grid.listAuthCredentials({ query: { accountId } });
  return data.data.filter(({ type }) => type === "PASSKEY").map(({ nickname }) => nickname);
}
