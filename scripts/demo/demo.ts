import { buildPackages } from "../workspace/build-packages.ts";
import type { Line } from "../workspace/lines.ts";
import { readLine } from "../workspace/read-line.ts";
import { readOptions } from "../workspace/read-options.ts";

const USAGE = `Usage: pnpm demo [--line <name>]

Serves a passkey login on this machine: a page, its backend, and the emulator as the API. Ctrl+C stops it.

  --line   the line to speak, as openapi/lines.json names it (default: the default line)

PORT chooses the port (default: 3000, or the next free one). For another API, set GRID_BASE_URL, GRID_CLIENT_ID,
GRID_CLIENT_SECRET and GRID_ACCOUNT_ID; on latest, also GRID_OTP_SIGNER for an API that is not production.`;

const { values } = readOptions(USAGE, { options: { line: { type: "string" } } });
const line = readLine(USAGE, values.line);
await buildPackages(["core", "client", "device", "emulator"]);
const { DemoError, readPort, startDemo } = await import("../../examples/passkey-login/server/start.ts");
try {
  const { url, note } = await startDemo(readPort(process.env["PORT"]), line.name);
  if (note !== undefined) console.log(note);
  console.log(`A passkey login, on ${url}\n\nIt speaks ${line.name}${offerOther(line)}. Ctrl+C stops it.`);
} catch (error) {
  if (!(error instanceof DemoError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** The default line offers the one that has superseded it. */
function offerOther({ supersededBy: next }: Line): string {
  return next === undefined ? "" : `; --line ${next} is the newest revision of the API`;
}
