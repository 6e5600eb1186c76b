import type { Format, Terminal } from "./terminal.ts";
import { listPieces, wrapText } from "./wrap-text.ts";

const GAP = "  ";

interface TableOptions {
  /** The style of a cell. The first row is the heading: it is dim unless this says otherwise. */
  readonly styleOf?: (cell: string, column: number, row: number) => Format | undefined;
}

/** A table that fits the terminal: columns as wide as their widest cell, or narrower, with cells wrapped between words. */
export function formatTable(
  rows: readonly (readonly string[])[],
  { width, paint }: Terminal,
  { styleOf = (_, __, row) => (row === 0 ? "dim" : undefined) }: TableOptions = {},
): string {
  const widths = fitColumns(rows, width);
  return rows
    .flatMap((row, at) => {
      const cells = widths.map((columns, column) => wrapText(row[column] ?? "", columns));
      const height = Math.max(...cells.map((lines) => lines.length));
      return Array.from({ length: height }, (_, line) =>
        cells
          .map((lines, column) => {
            const text = lines[line] ?? "";
            const format = styleOf(row[column] ?? "", column, at);
            const padding = " ".repeat(Math.max(0, (widths[column] ?? 0) - text.length));
            return (format === undefined ? text : paint(format, text)) + padding;
          })
          .join(GAP)
          .trimEnd(),
      );
    })
    .join("\n");
}

/** The widths of columns that fit. Wide ones give way first. A word breaks only if the table does not fit without it. */
function fitColumns(rows: readonly (readonly string[])[], width: number): number[] {
  const columns = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) =>
    rows.map((row) => row[column] ?? ""),
  );
  const natural = columns.map((cells) => Math.max(...cells.map((cell) => cell.length)));
  const free = width - GAP.length * (columns.length - 1);
  if (sumOf(natural) <= free) return natural;
  const longest = (split: (cell: string) => readonly string[]) =>
    columns.map((cells) => Math.max(...cells.flatMap(split).map((piece) => piece.length)));
  const fits = (widths: readonly number[]) => sumOf(widths) <= free;
  const least = [longest((cell) => cell.split(" ")), longest(listPieces)].find(fits) ?? columns.map(() => 1);
  // Every column may be as wide as the others, as far as its words and its cells allow.
  const widthsAt = (cap: number) => natural.map((whole, column) => Math.min(whole, Math.max(least[column] ?? 1, cap)));
  let cap = Math.max(...natural);
  while (cap > 1 && sumOf(widthsAt(cap)) > free) cap -= 1;
  const widths = widthsAt(cap);
  // What is left over goes to the first column that still wraps.
  const wrapping = widths.findIndex((columns_, column) => columns_ < (natural[column] ?? 0));
  if (wrapping >= 0) widths[wrapping] = (widths[wrapping] ?? 0) + Math.max(0, free - sumOf(widths));
  return widths;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
