import { isGridError } from "@grid-sdk/client";
import { createAccount } from "./account.ts";
import { DemoError } from "./demo-error.ts";
import type { Emulator, Line } from "./lines/line.ts";
import { createRoutes } from "./routes.ts";
import { fetchOnRecord } from "./wire.ts";

/** The API of `GRID_BASE_URL`. Without it, the line's emulator with its own account. Throws a `DemoError`. */
export async function openApi(line: Line) {
  if (process.env["GRID_BASE_URL"]) {
    for (const name of ["GRID_CLIENT_ID", "GRID_CLIENT_SECRET"]) demandVariable(name, "the API's own credentials");
    const accountId = demandVariable("GRID_ACCOUNT_ID", "the account that owns the wallet");
    return connect(line, accountId);
  }
  const emulator = await line.startEmulator();
  return connect(line, emulator.accounts[0]?.id ?? "", emulator);
}

function connect(line: Line, accountId: string, emulator?: Emulator) {
  try {
    const { grid, createSignInRoutes } = line.connect({ ...emulator?.clientOptions, fetch: fetchOnRecord });
    const account = createAccount(grid, accountId);
    const routes = { ...createRoutes(grid, account, emulator), ...createSignInRoutes(account) };
    // The key that signs the targets of codes. Undefined in production: the device package knows that key.
    const otpSigner = emulator ? emulator.otpSigner : process.env["GRID_OTP_SIGNER"];
    return { routes, account, emulator, otpSigner };
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
