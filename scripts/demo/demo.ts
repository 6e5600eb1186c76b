import { buildPackages } from "../workspace/build-packages.ts";
import { readOptions } from "../workspace/read-options.ts";

const USAGE = `Usage: pnpm demo

Serves a passkey login on this machine: a page, its backend, and the emulator as the API. Ctrl+C stops it.

PORT chooses the port (default: 3000, or the next free one). For another API, set GRID_BASE_URL, GRID_CLIENT_ID,
GRID_CLIENT_SECRET and GRID_ACCOUNT_ID.`;

readOptions(USAGE, {});
await buildPackages(["core", "client", "device", "emulator"]);
const { DemoError, readPort, startDemo } = await import("../../examples/passkey-login/server/start.ts");
try {
  const { url, note } = await startDemo(readPort(process.env["PORT"]));
  if (note !== undefined) console.log(note);
  console.log(`A passkey login, on ${url}\n\nCtrl+C stops it.`);
} catch (error) {
  if (!(error instanceof DemoError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
