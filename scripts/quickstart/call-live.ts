import type * as Client from "@grid-sdk/client";
import { challenge } from "../../packages/client/examples/challenge.ts";
import type { Line } from "../workspace/lines.ts";
import { fetchAloud } from "./fetch-aloud.ts";

/** Challenges a credential on the real API, in a line's way. What goes wrong is one line, and the exit status 1. */
export async function callLive(id: string, { entry }: Line): Promise<void> {
  // The default's types: a challenge that is not a passkey's is the same on each line.
  const client: typeof Client = await import(entry.replace(/^\./, "@grid-sdk/client"));
  const { createGridClient, isGridError } = client;
  console.log("\nThe real API");
  try {
    console.log(`  narrowed  ${await challenge(id, createGridClient({ fetch: fetchAloud }))}`);
  } catch (error) {
    if (!isGridError(error)) throw error;
    console.error(`  ${error.name}: ${error.message}`);
    process.exitCode = 1;
  }
}
