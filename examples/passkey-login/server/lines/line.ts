import type { GridClientOptions } from "@grid-sdk/client/latest";
import type { GridEmulator } from "@grid-sdk/emulator/latest";
import type { Account } from "../account.ts";
import type { Grid } from "../shared-calls.ts";
import type { Routes } from "../serve.ts";

/** What this backend uses of an emulator of any line. */
export interface Emulator
  extends
    Pick<GridEmulator, "url" | "clientOptions" | "outbox" | "advance" | "close">,
    Partial<Pick<GridEmulator, "texts" | "otpSigner">> {
  readonly accounts: readonly { readonly id: string }[];
}

/** A line of the API: all that differs between lines on this backend. */
export interface Line {
  /** The line's name in `openapi/lines.json`. */
  readonly name: string;
  /** Starts an emulator, with an account whose user signs in with a code. */
  startEmulator(): Promise<Emulator>;
  /** Makes a client, and the routes for signing in. */
  connect(options: GridClientOptions): { readonly grid: Grid; createSignInRoutes(account: Account): Routes };
}
