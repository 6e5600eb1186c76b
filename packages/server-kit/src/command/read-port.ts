import { UsageError } from "./usage-error.ts";

/** The value of `--port`; 0 for a free one. Throws a `UsageError` for what is not a port. */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port takes a number from 0 to 65535; got ${text}.`);
}
