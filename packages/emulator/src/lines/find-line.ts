import { UsageError } from "@grid-sdk/server-kit";
import { defaultLine } from "./default/line.ts";
import { latestLine } from "./latest/line.ts";
import type { Line } from "./line.ts";

/** The lines, the default first. */
export const LINES: readonly Line[] = [defaultLine, latestLine];

/** A line by its name; the default without one. Throws a `UsageError` for any other name. */
export function findLine(name: string = defaultLine.name): Line {
  const line = LINES.find((one) => one.name === name);
  if (line) return line;
  throw new UsageError(`--line must be one of ${LINES.map((one) => one.name).join(", ")}; got ${name}.`);
}
