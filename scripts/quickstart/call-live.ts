import type { GridClient } from "@grid-sdk/client";
import { challenge } from "../../packages/client/examples/challenge.ts";
import type { Line } from "../workspace/lines.ts";
import { fetchAloud } from "./fetch-aloud.ts";

/** Challenges a credential on the real API, in a line's way. What goes wrong is one line, and the exit status 1. */
export async function callLive(id: string, { entry }: Line): Promise<void> {
  const { createGridClient, isGridError }: typeof import("@grid-sdk/client") = await import(
    entry.replace(/^\./, "@grid-sdk/client")
  );
  console.log("\nThe real API");
  try {
    const grid: GridClient = createGridClient({ fetch: fetchAloud });
    console.log(`  narrowed  ${await challenge(id, grid)}`);
  } catch (error) {
    if (!isGridError(error)) throw error;
    console.error(`  ${error.name}: ${error.message}`);
    process.exitCode = 1;
  }
}
