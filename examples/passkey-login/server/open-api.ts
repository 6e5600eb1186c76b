import { createGridClient, type GridClient, isGridError } from "@grid-sdk/client";
import { type GridEmulator, startGridEmulator } from "@grid-sdk/emulator";
import { DemoError } from "./demo-error.ts";
import { fetchOnRecord } from "./wire.ts";

export interface Api {
  readonly grid: GridClient;
  /** The id of the account whose wallet it is. */
  readonly account: string;
  readonly emulator: GridEmulator | undefined;
}

/** The API of `GRID_BASE_URL`; without it the emulator, and an account of its own. Throws a `DemoError`. */
export async function openApi(): Promise<Api> {
  if (process.env["GRID_BASE_URL"]) {
    for (const name of ["GRID_CLIENT_ID", "GRID_CLIENT_SECRET"]) demandVariable(name, "the API's own credentials");
    const account = demandVariable("GRID_ACCOUNT_ID", "the account whose wallet it is");
    return { grid: createClient(), account, emulator: undefined };
  }
  const emulator = await startGridEmulator();
  const { id: account } = emulator.createAccount({ email: "ada@example.com" });
  return { grid: createGridClient({ ...emulator.clientOptions, fetch: fetchOnRecord }), account, emulator };
}

function createClient(): GridClient {
  try {
    return createGridClient({ fetch: fetchOnRecord });
  } catch (error) {
    if (!isGridError(error, { kind: "config" })) throw error;
    throw new DemoError(`GRID_BASE_URL, GRID_CLIENT_ID or GRID_CLIENT_SECRET is wrong: ${error.message}`, {
      cause: error,
    });
  }
}

function demandVariable(name: string, meaning: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new DemoError(`${name} is missing. With GRID_BASE_URL the demo needs ${meaning}.`);
}
