#!/usr/bin/env node
import { createRequire } from "node:module";
import { listOperations, readFragment } from "@grid-sdk/openapi";
import { type CommandValues, formatRequest, type RecordedRequest, runCommand, UsageError } from "@grid-sdk/server-kit";
import { createTerminal, formatTable } from "@grid-sdk/terminal";
import { formatOperations } from "./format-operations.ts";
import { type MockLine, startMock } from "./start-mock.ts";

// Replaced at build time by the version in package.json.
declare const __VERSION__: string;
// Replaced at build time by the lines of openapi/lines.json: the entry of each, the default first.
declare const __LINES__: readonly { readonly name: string; readonly entry: string }[];

const TEXT = { type: "string" } as const;
const options = { line: TEXT, fragment: TEXT, clock: TEXT, "allow-host": TEXT };

await runCommand({
  name: "grid-mock",
  version: __VERSION__,
  options,
  start: serve,
  usage: `grid-mock: a mock of the Grid auth API

  --port <n>           the port to listen on (default: a free one)
  --host <address>     the address to listen on (default: 127.0.0.1)
  --allow-host <names> the host names to accept, with commas (default: those of this machine on a loopback
                       address, all on another address)
  --line <name>        the line of the API: ${__LINES__.map(({ name }) => name).join(" or ")} (default: the first)
  --fragment <path>    another OpenAPI 3.1 file to serve (default: the line's)
  --clock now|example  dates of examples: moved to now, or as written (default: now)
  --version            its version
  --help               this text

It prints its address and the operations with their documented responses, then each request.
`,
});

async function serve({ port, host, fragment, ...given }: CommandValues<typeof options>) {
  const clock = readClock(given.clock);
  const line = findLine(given.line);
  const operations = listOperations(await readFragment(fragment ?? line.fragment));
  const terminal = createTerminal();
  const allowHosts = given["allow-host"]?.split(",");
  const onRequest = (request: RecordedRequest) => console.log(formatRequest(request, terminal));
  const mock = await startMock(line, { port, host, allowHosts, fragment, clock, onRequest }, { keepsRequests: false });
  const hints = [
    ["Point a client at it:", `GRID_BASE_URL=${mock.url}`],
    ["", "with any credentials"],
    ["Read and try the API:", `${mock.url}/`],
    ["", "the reference page, for a browser"],
    ["Choose a response:", "Prefer: code=429"],
    ["", "Prefer: example=passkey"],
    ["", "Prefer: code=202, example=oauth"],
  ];
  console.log(`Serving the Grid auth API on ${terminal.paint("bold", mock.url)}

${formatTable(hints, terminal, { styleOf: () => undefined })}

${formatOperations(operations, terminal)}

${mock.url} is ready. Ctrl+C stops it.
`);
  return mock;
}

function readClock(clock: string | undefined): "now" | "example" | undefined {
  if (clock === undefined || clock === "now" || clock === "example") return clock;
  throw new UsageError(`--clock must be now or example; got ${clock}.`);
}

/** A line by its name; the default without one. */
function findLine(name: string | undefined): MockLine {
  const line = name === undefined ? __LINES__[0] : __LINES__.find((one) => one.name === name);
  if (!line) {
    const names = __LINES__.map((one) => one.name).join(", ");
    throw new UsageError(`--line must be one of ${names}; got ${name}.`);
  }
  const entryOf = (pack: string) => line.entry.replace(/^\./, pack);
  const fragment = createRequire(import.meta.url).resolve(`${entryOf("@grid-sdk/core")}/openapi.json`);
  return { name: line.name, client: entryOf("@grid-sdk/client"), fragment };
}
