import { buildPackages } from "../workspace/build-packages.ts";
import type { Line } from "../workspace/lines.ts";
import { readLine } from "../workspace/read-line.ts";
import { readOptions } from "../workspace/read-options.ts";

const USAGE = `Usage: pnpm quickstart [--line <name>] [--live <account or credential id>]

Shows a user's story on the emulator, call by call, on this machine.

  --line   a line of openapi/lines.json (default: the default line)
  --live   call the real API, with GRID_CLIENT_ID and GRID_CLIENT_SECRET. For an account (InternalAccount:…), it reads
           the credentials and challenges one, a passkey if there is one. For a credential, it challenges that one.
           A challenge of a mail address or a phone number sends a code there`;

const { values } = readOptions(USAGE, { options: { line: { type: "string" }, live: { type: "string" } } });
const line = readLine(USAGE, values.line);
await buildPackages(["core", "client", "device", "emulator"]);
if (values.live === undefined) {
  const { STORIES } = await import("./stories.ts");
  const story = STORIES.get(line.name);
  if (!story) throw new Error(`scripts/quickstart/stories.ts has no story of ${line.name}.`);
  await story.run();
  const option = line.entry === "." ? "" : `--line ${line.name} `;
  console.log(`
The code of this story: ${story.file}

To make the first two calls against the real API, a read and a challenge:
  GRID_CLIENT_ID=… GRID_CLIENT_SECRET=… npx -y pnpm@12 quickstart ${option}--live <account id>${offerOther(line)}
`);
} else {
  const { callLive } = await import("./call-live.ts");
  await callLive(values.live, line);
}

/** How to run the story on the newer line; empty without a newer line. */
function offerOther({ supersededBy: next }: Line): string {
  if (next === undefined) return "";
  return `\n\nThe live API has a newer revision. To run the same story on it:\n  npx -y pnpm@12 quickstart --line ${next}`;
}
