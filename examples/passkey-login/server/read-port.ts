import { DemoError } from "./demo-error.ts";

/** The port in `PORT`; undefined if it is not set or empty. Throws a `DemoError` for text that is not a port. */
export function readPort(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  const expected = "a whole number from 1 to 65535, or 0 for any free port";
  throw new DemoError(`PORT must be ${expected}; it is ${JSON.stringify(text)}.`);
}
