import type { AuthSession, GridClient } from "@grid-sdk/client";

// Five seconds for each attempt. `signal` ends the whole call, for example when the user leaves the page.
export async function listSessions(grid: GridClient, accountId: string, signal: AbortSignal): Promise<AuthSession[]> {
  const { data } = await grid.listAuthSessions({ query: { accountId }, timeoutMs: 5_000, signal });
  return data.data;
}
