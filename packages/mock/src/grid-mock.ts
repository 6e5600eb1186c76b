#!/usr/bin/env node
import { listOperations, readFragment } from "@grid-sdk/contract";
import { type CommandValues, formatRequest, runCommand } from "@grid-sdk/server-kit";
import { formatOperations } from "./format-operations.ts";
import { startGridMock } from "./start-grid-mock.ts";

// Replaced at build time by the version in package.json.
declare const __VERSION__: string;

await runCommand({
  name: "grid-mock",
  version: __VERSION__,
  options: ["fragment", "clock"],
  start: serve,
  usage: `grid-mock: a mock of the Grid auth API

  --port <n>           the port to listen on (default: a free one)
  --host <address>     the address to listen on (default: 127.0.0.1)
  --fragment <path>    another OpenAPI 3.1 file to serve (default: the SDK's own fragment)
  --clock now|example  what dates of examples say (default: now)
  --version            its version
  --help               this text

It prints the operations with their documented responses, then a line for each request.
`,
});

async function serve({ port, host, given }: CommandValues) {
  const { fragment, clock } = given;
  const operations = listOperations(await readFragment(fragment));
  const mock = await startGridMock({
    port,
    host,
    onRequest: (request) => console.log(formatRequest(request)),
    fragment,
    clock: clock as "now" | "example" | undefined,
  });
  console.log(`${formatOperations(operations)}

Serving the Grid auth API on ${mock.url}

Point a client at it:   GRID_BASE_URL=${mock.url}   (any credentials will do)
Choose a response:      Prefer: code=429            a documented status
                        Prefer: example=passkey     an example, by its name
                        Prefer: code=202, example=oauth

Ctrl+C stops it.
`);
  return mock;
}
