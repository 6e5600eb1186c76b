import { line as defaultLine } from "./2026-04-23.ts";
import { line as latest } from "./latest.ts";
import type { Line } from "./line.ts";

const LINES: readonly Line[] = [defaultLine, latest];

/** The first is the default. */
export const LINE_NAMES: readonly string[] = LINES.map(({ name }) => name);

/** The line with the name. Undefined without such a line. */
export function findLine(name: string): Line | undefined {
  return LINES.find((line) => line.name === name);
}
