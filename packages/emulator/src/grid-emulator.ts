#!/usr/bin/env node
import { type CommandValues, formatRequest, runCommand } from "@grid-sdk/server-kit";
import { formatAccounts } from "./seed/format-accounts.ts";
import { readSeedFile } from "./seed/read-seed-file.ts";
import { startGridEmulator } from "./start-grid-emulator.ts";

// Replaced at build time by the version in package.json.
declare const __VERSION__: string;

/** There is no operation that makes an account. */
const DEFAULT_SEED = { accounts: [{ email: "user@example.com" }] };

await runCommand({
  name: "grid-emulator",
  version: __VERSION__,
  options: ["seed", "fragment", "otp"],
  start: serve,
  usage: `grid-emulator: the Grid auth API with a memory

  --port <n>           the port to listen on (default: a free one)
  --host <address>     the address to listen on (default: 127.0.0.1)
  --seed <path>        a YAML file of accounts (default: one account of user@example.com)
  --otp <code>         every one-time password (default: six random digits)
  --fragment <path>    another OpenAPI 3.1 file to hold requests and responses against (default: the SDK's own fragment)
  --version            its version
  --help               this text

It prints the accounts, then a line for each request and each mail.
`,
});

async function serve({ port, host, given }: CommandValues) {
  const { seed: path, fragment, otp } = given;
  const seed = path === undefined ? DEFAULT_SEED : await readSeedFile(path);
  let mailed = 0;
  const emulator = await startGridEmulator({
    port,
    host,
    seed,
    fragment,
    otp,
    onRequest(request) {
      console.log(formatRequest(request));
      for (const { to, code } of emulator.outbox.slice(mailed)) console.log(`  mailed ${code} to ${to}`);
      mailed = emulator.outbox.length;
    },
  });
  console.log(`${formatAccounts(emulator.accounts)}

Serving the Grid auth API on ${emulator.url}

Point a client at it:   GRID_BASE_URL=${emulator.url}   (any credentials will do)

Ctrl+C stops it, and everything is forgotten.
`);
  return emulator;
}
