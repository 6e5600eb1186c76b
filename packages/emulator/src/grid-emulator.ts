#!/usr/bin/env node
import {
  type CommandValues,
  formatRequest,
  isThisMachine,
  readNumber,
  type RecordedRequest,
  runCommand,
  showControls,
  UsageError,
} from "@grid-sdk/server-kit";
import { createTerminal, formatTable } from "@grid-sdk/terminal";
import { findLine, LINES } from "./lines/find-line.ts";
import type { Message } from "./outbox.ts";
import { formatAccounts } from "./seed/format-accounts.ts";
import { readSeedFile } from "./seed/read-seed-file.ts";
import { startEmulator } from "./start-emulator.ts";

// Replaced at build time by the version in package.json.
declare const __VERSION__: string;

const TEXT = { type: "string" } as const;
const FLAG = { type: "boolean" } as const;
/** Options for lines with sealed one-time passwords. */
const SEALED = { "code-attempts": TEXT, "keep-older-codes": FLAG, "accept-uncompressed-otp-key": FLAG };
const options = {
  line: TEXT,
  seed: TEXT,
  fragment: TEXT,
  otp: TEXT,
  "challenge-every": TEXT,
  "challenge-ms": TEXT,
  "session-ms": TEXT,
  "allow-host": TEXT,
  "public-url": TEXT,
  control: FLAG,
  ...SEALED,
};

await runCommand({
  name: "grid-emulator",
  version: __VERSION__,
  options,
  start: serve,
  usage: `grid-emulator: the Grid auth API with a memory

  --port <n>                     the port to listen on (default: a free one)
  --host <address>               the address to listen on (default: 127.0.0.1)
  --allow-host <names>           the host names to accept, with commas (default: those of this machine on a loopback
                                 address, all on another address)
  --control                      add routes below /__grid/ for tests in another language: reset, advance, accounts,
                                 token, fail, outbox, otp-signer
  --public-url <url>             the URL for other machines: the issuer of its tokens (default: its own URL)
  --line <name>                  the line of the API: ${LINES.map(({ name }) => name).join(" or ")} (default: the first)
  --seed <path>                  a YAML file of accounts (default: one account of user@example.com)
  --otp <code>                   every one-time password (default: six random digits)
  --challenge-every <ms>         the shortest time from one code of a credential to the next (default: 30000)
  --challenge-ms <ms>            how long codes, challenges and unsigned requests are valid (default: 300000)
  --session-ms <ms>              how long a session lasts (default: 900000)
  --fragment <path>              another OpenAPI 3.1 file to validate requests and responses (default: the line's)
  --version                      its version
  --help                         this text

On a line with sealed one-time passwords (latest):
  --code-attempts <n>            how many wrong codes are allowed for one sent code (default: 3)
  --keep-older-codes             accept the codes of older challenges too
  --accept-uncompressed-otp-key  accept what the sandbox accepts and production does not

It prints its address and the accounts, then each request, each mail and each SMS.
`,
});

async function serve({ control = false, ...given }: CommandValues<typeof options>) {
  const line = findLine(given.line);
  const sealed = Object.keys(SEALED).filter((name) => name in given);
  if (!line.sealsCodes && sealed.length > 0) {
    throw new UsageError(`--${sealed.join(", --")} is for a line with sealed one-time passwords. Add --line latest.`);
  }
  const terminal = createTerminal();
  const { port, host, fragment, otp, seed: path } = given;
  const emulatorOptions = {
    port,
    host,
    fragment,
    otp,
    allowHosts: given["allow-host"]?.split(","),
    publicUrl: given["public-url"],
    seed: path === undefined ? { accounts: [line.defaultAccount] } : await readSeedFile(line, path),
    challengeEveryMs: readNumber("challenge-every", given["challenge-every"]),
    challengeMs: readNumber("challenge-ms", given["challenge-ms"]),
    sessionMs: readNumber("session-ms", given["session-ms"]),
    codeAttempts: readNumber("code-attempts", given["code-attempts"]),
    keepOlderCodes: given["keep-older-codes"],
    acceptUncompressedOtpKey: given["accept-uncompressed-otp-key"],
    onRequest(request: RecordedRequest) {
      console.log(formatRequest(request, terminal));
      for (const mail of mails()) console.log(formatMessage("mailed", mail));
      for (const text of sms()) console.log(formatMessage("texted", text));
    },
  };
  const { emulator, texts, otpSigner } = await startEmulator(line, emulatorOptions, {
    keepsRequests: false,
    isControlled: control,
  });
  const mails = readNew(emulator.outbox);
  const sms = readNew(texts);
  const hints = [
    ["Point a client at it:", `GRID_BASE_URL=${emulator.url}`],
    ["", "with any credentials"],
    ["Read and try the API:", `${emulator.url}/`],
    ["", "the reference page, for a browser"],
    ...(control ? [["Control it by:", `${emulator.url}/__grid/…`]] : []),
  ];
  const parts = [
    `Serving the Grid auth API of ${line.name} on ${terminal.paint("bold", emulator.url)}`,
    formatTable(hints, terminal, { styleOf: () => undefined }),
    ...(control && !isThisMachine(host)
      ? [terminal.paint("yellow", "Warning: anyone who can reach this address can control it.")]
      : []),
    ...(line.sealsCodes ? [`Seal one-time passwords to what this key signs:\n  ${otpSigner}`] : []),
    formatAccounts(emulator.accounts, terminal),
    "Ctrl+C stops it, and everything is forgotten.\n",
  ];
  console.log(parts.join("\n\n"));
  return emulator;

  function formatMessage(verb: string, { code, to }: Message): string {
    return `  ${verb} ${terminal.paint("bold", showControls(code))} to ${showControls(to)}`;
  }
}

/** Returns a function that returns the messages since its last call. A reset empties the list. */
function readNew(messages: readonly Message[]): () => readonly Message[] {
  let read = 0;
  return () => {
    const added = messages.slice(messages.length < read ? 0 : read);
    read = messages.length;
    return added;
  };
}
