import { buildPackages } from "../workspace/build-packages.ts";
import { defaultLine, findLine, readLines } from "../workspace/lines.ts";
import { readOptions, refuseArguments } from "../workspace/read-options.ts";

const USAGE = `Usage: pnpm demo [--line <name>]

Serves a passkey login on this machine: a page, its backend, and the emulator as the API. Ctrl+C stops it.

  --line   the line to speak, as openapi/lines.json names it (default: the default line)

PORT chooses the port (default: 3000, or the next free one). For another API, set GRID_BASE_URL, GRID_CLIENT_ID,
GRID_CLIENT_SECRET and GRID_ACCOUNT_ID; on latest, also GRID_OTP_SIGNER for an API that is not production.`;

const { values } = readOptions(USAGE, { options: { line: { type: "string" } } });
const line = values.line === undefined ? defaultLine() : findLine(values.line);
if (!line) {
  const names = readLines().map(({ name }) => name);
  refuseArguments(USAGE, `--line must be one of ${names.join(", ")}, got ${values.line}`);
}
await buildPackages(["core", "client", "device", "emulator"]);
const { DemoError, readPort, startDemo } = await import("../../examples/passkey-login/server/start.ts");
try {
  const { url, note } = await startDemo(readPort(process.env["PORT"]), line.name);
  if (note !== undefined) console.log(note);
  console.log(`A passkey login, on ${url}\n\nCtrl+C stops it.`);
  if (line.supersededBy !== undefined) console.log(`On the newest revision of the API: --line ${line.supersededBy}`);
} catch (error) {
  if (!(error instanceof DemoError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
