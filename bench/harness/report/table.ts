import { FLOOR } from "../clients.ts";
import type { Series, Unit } from "../series.ts";
import { ratioOf, spreadOf } from "../statistics.ts";
import { formatRatio, formatValue } from "./format-number.ts";
import { sortSubjects } from "./sort-subjects.ts";

/** A unit that is too long a word for a phone. */
const HEADINGS: Partial<Record<Unit, string>> = { instantiations: "types" };

/** A series as rows of cells with a heading: each subject's median, spread and ratio to bare fetch, the best one first. */
export function tabulate(series: Series): string[][] {
  const { title, unit, samples } = series;
  const floor = samples[FLOOR];
  const rows = sortSubjects(series).map(([subject, numbers]) => {
    const { median, low, high } = spreadOf(numbers);
    const spread = numbers.length > 1 ? `${formatValue(low, unit)} to ${formatValue(high, unit)}` : "exact";
    const cells = [subject, formatValue(median, unit), spread];
    return floor ? cells.concat(formatRatio(ratioOf(numbers, floor).median)) : cells;
  });
  return [[title, HEADINGS[unit] ?? unit, "spread", ...(floor ? [`× ${FLOOR}`] : [])], ...rows];
}

/** Rows of cells as a Markdown table, columns of numbers to the right. */
export function toMarkdown([heading = [], ...rows]: readonly (readonly string[])[]): string {
  const isOfNumbers = (column: number) => rows.every((cells) => /^[–\d]/.test(cells[column] ?? ""));
  const rule = `|${heading.map((_, column) => (isOfNumbers(column) ? "---:" : "---")).join("|")}|`;
  return [toLine(heading), rule, ...rows.map(toLine)].join("\n");
}

function toLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
