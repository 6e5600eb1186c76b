import { buildPackages } from "../workspace/build-packages.ts";
import { readOptions } from "../workspace/read-options.ts";

const USAGE = `Usage: pnpm quickstart [--live <credential id>]

Tells a user's story on the emulator, call by call, on this machine.

  --live   challenge this credential on the real API instead, with GRID_CLIENT_ID and GRID_CLIENT_SECRET`;

const { values } = readOptions(USAGE, { options: { live: { type: "string" } } });
await buildPackages(["core", "client", "device", "emulator"]);
if (values.live === undefined) {
  const { tellStory } = await import("./tell-story.ts");
  await tellStory();
  console.log(`
That was scripts/quickstart/tell-story.ts. The first call against the real API:
  GRID_CLIENT_ID=… GRID_CLIENT_SECRET=… npx -y pnpm@12 quickstart --live <credential id>
`);
} else {
  const { callLive } = await import("./call-live.ts");
  await callLive(values.live);
}
