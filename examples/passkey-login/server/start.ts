import { createGridClient } from "@grid-sdk/client";
import { startGridEmulator } from "@grid-sdk/emulator";
import { createRoutes } from "./routes.ts";
import { serve } from "./serve.ts";
import { fetchOnRecord } from "./wire.ts";

/** Without `GRID_BASE_URL` the API is the emulator, and the account is one of its own. */
export async function startDemo(port = 0) {
  const { GRID_BASE_URL, GRID_ACCOUNT_ID } = process.env;
  if (GRID_BASE_URL && !GRID_ACCOUNT_ID) throw new Error("GRID_ACCOUNT_ID is missing: whose wallet is it?");
  const emulator = GRID_BASE_URL ? undefined : await startGridEmulator();
  const account = emulator?.createAccount({ email: "ada@example.com" }).id ?? GRID_ACCOUNT_ID ?? "";
  const grid = createGridClient({ ...emulator?.clientOptions, fetch: fetchOnRecord });
  const server = await serve(createRoutes(grid, account, emulator), port);
  return { ...server, emulator, account };
}

if (import.meta.main) {
  const { url } = await startDemo(Number(process.env["PORT"] ?? 3000));
  console.log(`A passkey login, on ${url}\n\nCtrl+C stops it.`);
}
