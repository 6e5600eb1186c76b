import { relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { findLine, type Line, readLines, updatedLine } from "../../workspace/lines.ts";
import { ROOT } from "../../workspace/root.ts";

/**
 * The line that a source updates: the named one, else the one that the file belongs to, else the one that follows the API.
 * A sentence instead if there is no such line, or if the file belongs to another line.
 */
export function chooseLine(
  source: string,
  name: string | undefined,
  lines: readonly Line[] = readLines(),
): Line | string {
  const [folder, owner] = relative(fileURLToPath(ROOT), resolve(source)).split(sep);
  const own = folder === "openapi" ? findLine(owner ?? "", lines) : undefined;
  if (name === undefined) return own ?? updatedLine(lines);
  const named = findLine(name, lines);
  if (!named) return `--line must be one of ${lines.map((line) => line.name).join(", ")}, got ${name}`;
  if (own && own !== named) return `${source} belongs to the line ${own.name}, not to ${name}`;
  return named;
}
