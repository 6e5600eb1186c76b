import { createGridClient, isGridError } from "@grid-sdk/client";
import { challenge } from "../../packages/client/examples/challenge.ts";
import { fetchAloud } from "./fetch-aloud.ts";

/** Challenges a credential on the real API. What goes wrong is one line, and the exit status 1. */
export async function callLive(id: string): Promise<void> {
  console.log("\nThe real API");
  try {
    console.log(`  narrowed  ${await challenge(id, createGridClient({ fetch: fetchAloud }))}`);
  } catch (error) {
    if (!isGridError(error)) throw error;
    console.error(`  ${error.name}: ${error.message}`);
    process.exitCode = 1;
  }
}
