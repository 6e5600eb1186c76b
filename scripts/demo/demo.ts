import { createTerminal } from "@grid-sdk/terminal";
import { buildPackages } from "../workspace/build-packages.ts";
import type { Line } from "../workspace/lines.ts";
import { readLine } from "../workspace/read-line.ts";
import { readOptions } from "../workspace/read-options.ts";

const USAGE = `Usage: pnpm demo [--line <name>]

Serves a passkey login on this machine: a page, its backend, and the emulator as the API. Ctrl+C stops it.

  --line   a line of openapi/lines.json (default: the default line)

PORT chooses the port (default: 3000, or the next free one). For another API, set GRID_BASE_URL, GRID_CLIENT_ID,
GRID_CLIENT_SECRET and GRID_ACCOUNT_ID; on latest, also GRID_OTP_SIGNER for an API that is not production.`;

const { values } = readOptions(USAGE, { options: { line: { type: "string" } } });
const line = readLine(USAGE, values.line);
await buildPackages(["core", "client", "device", "emulator"]);
const { DemoError, readPort, startDemo } = await import("../../examples/passkey-login/server/start.ts");
try {
  const { url, note } = await startDemo(readPort(process.env["PORT"]), line.name);
  if (note !== undefined) console.log(note);
  console.log(
    `Passkey login on ${createTerminal().paint("bold", url)}\n\nIt uses the line ${line.name}${offerOther(line)}. Ctrl+C stops it.`,
  );
} catch (error) {
  if (!(error instanceof DemoError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Names the newer line; empty without a newer line. */
function offerOther({ supersededBy: next }: Line): string {
  return next === undefined ? "" : `. For the newest revision of the API, add --line ${next}`;
}
