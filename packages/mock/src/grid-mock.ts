#!/usr/bin/env node
import { parseArgs } from "node:util";
import { formatViolation, listOperations, readFragment } from "@grid-sdk/contract";
import { formatOperations } from "./format-operations.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import { startGridMock } from "./start-grid-mock.ts";

const USAGE = `grid-mock: a mock of the Grid auth API

  --port <n>         the port to listen on (default: a free one)
  --host <address>   the address to listen on (default: 127.0.0.1)
  --fragment <path>  another OpenAPI file to serve (default: the SDK's own fragment)
  --help             this text

It prints the operations with their documented answers, then a line for each request.
`;

try {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "0" },
      host: { type: "string", default: "127.0.0.1" },
      fragment: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else await serve(values);
} catch (error) {
  console.error(`grid-mock: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function serve(options: { port: string; host: string; fragment?: string }): Promise<void> {
  const { host, fragment } = options;
  const port = Number(options.port);
  if (!/^\d+$/.test(options.port) || port > 65_535) {
    throw new TypeError(`--port takes a number from 0 to 65535; got ${options.port}.`);
  }
  const operations = listOperations(await readFragment(fragment));
  const mock = await startGridMock({ port, host, onRequest: logRequest, ...(fragment !== undefined && { fragment }) });
  console.log(`${formatOperations(operations)}

Serving the Grid auth API on ${mock.url}

Point a client at it:   GRID_BASE_URL=${mock.url}   (any credentials will do)
Choose an answer:       Prefer: code=429            a documented status
                        Prefer: example=passkey     an example of the first success
                        Prefer: code=202, example=oauth

Ctrl+C stops it.
`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void mock.close());
}

function logRequest({ operationId = "-", method, path, status, violations }: RecordedRequest): void {
  console.log([method, path, operationId, status, violations.map(formatViolation).join("; ")].join("  ").trimEnd());
}
