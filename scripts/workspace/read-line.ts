import { defaultLine, findLine, type Line, readLines } from "./lines.ts";
import { refuseArguments } from "./read-options.ts";

/** The line that `--line` names, or else the default line. A name that no line has ends the process with 2. */
export function readLine(usage: string, name: string | undefined): Line {
  if (name === undefined) return defaultLine();
  const names = readLines().map((line) => line.name);
  return findLine(name) ?? refuseArguments(usage, `--line must be one of ${names.join(", ")}, got ${name}`);
}
