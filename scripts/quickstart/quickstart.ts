import { createGridClient, isGridError } from "@grid-sdk/client";
import { challenge } from "../../packages/client/examples/challenge.ts";
import { readOptions } from "../workspace/read-options.ts";
import { fetchAloud } from "./fetch-aloud.ts";
import { tellStory } from "./tell-story.ts";

const { values } = readOptions("Usage: pnpm quickstart [--live <credential id>]", {
  options: { live: { type: "string" } },
});

try {
  if (values.live === undefined) {
    await tellStory();
    console.log(`
That was scripts/quickstart/tell-story.ts. The first call against the real API:
  GRID_CLIENT_ID=… GRID_CLIENT_SECRET=… npx -y pnpm@12 quickstart --live <credential id>
`);
  } else {
    console.log("\nThe real API");
    console.log(`  narrowed  ${await challenge(values.live, createGridClient({ fetch: fetchAloud }))}`);
  }
} catch (error) {
  if (!isGridError(error)) throw error;
  console.error(`  ${error.name}: ${error.message}`);
  process.exitCode = 1;
}
