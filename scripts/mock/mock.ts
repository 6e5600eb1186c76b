import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readPort, UsageError } from "@grid-sdk/server-kit";
import { readLine } from "../workspace/read-line.ts";
import { readOptions, refuseArguments } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";

const USAGE = `Usage: pnpm mock [--line <name>] [--port <n>]

Runs the stock \`prism mock --errors\` on a fragment, for comparison with @grid-sdk/mock.

  --line   a line of openapi/lines.json (default: the default line)
  --port   the port to listen on (default: 4010)`;

const { values } = readOptions(USAGE, {
  options: { line: { type: "string" }, port: { type: "string", default: "4010" } },
});
const line = readLine(USAGE, values.line);
const port = readPortOption(values.port);
const prism = fileURLToPath(import.meta.resolve("@stoplight/prism-cli/dist/index.js"));
const fragment = fileURLToPath(new URL(line.fragment, ROOT));
const child = spawn(process.execPath, [prism, "mock", "--errors", "--port", String(port), fragment], {
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => (process.exitCode = code ?? 0));

function readPortOption(text: string): number {
  try {
    return readPort(text);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return refuseArguments(USAGE, error.message);
  }
}
