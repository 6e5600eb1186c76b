import { UsageError } from "./usage-error.ts";

/** The value of `--port`; 0 for a free port. Throws a `UsageError` for anything that is not a port. */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port must be a number from 0 to 65535; got ${text}.`);
}
