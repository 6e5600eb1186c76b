import { buildPackages } from "../workspace/build-packages.ts";
import type { Line } from "../workspace/lines.ts";
import { readLine } from "../workspace/read-line.ts";
import { readOptions } from "../workspace/read-options.ts";

const USAGE = `Usage: pnpm quickstart [--line <name>] [--live <account or credential id>]

Tells a user's story on the emulator, call by call, on this machine.

  --line   the line to speak, as openapi/lines.json names it (default: the default line)
  --live   call the real API instead, with GRID_CLIENT_ID and GRID_CLIENT_SECRET: read the credentials of this account
           (InternalAccount:…) and challenge one of them, a passkey if it has one; or challenge this credential. A
           challenge of an address or a phone number sends a code there`;

const { values } = readOptions(USAGE, { options: { line: { type: "string" }, live: { type: "string" } } });
const line = readLine(USAGE, values.line);
await buildPackages(["core", "client", "device", "emulator"]);
if (values.live === undefined) {
  const { STORIES } = await import("./stories.ts");
  const story = STORIES.get(line.name);
  if (!story) throw new Error(`scripts/quickstart/stories.ts has no story of ${line.name}.`);
  await story.tell();
  const option = line.entry === "." ? "" : `--line ${line.name} `;
  console.log(`
That was ${story.file}. The first two calls against the real API, a read and a challenge:
  GRID_CLIENT_ID=… GRID_CLIENT_SECRET=… npx -y pnpm@12 quickstart ${option}--live <account id>${offerOther(line)}
`);
} else {
  const { callLive } = await import("./call-live.ts");
  await callLive(values.live, line);
}

/** The default line offers the one that has superseded it. */
function offerOther({ supersededBy: next }: Line): string {
  if (next === undefined) return "";
  return `\nThe live API has moved on. The same story on its newest public revision:\n  npx -y pnpm@12 quickstart --line ${next}`;
}
