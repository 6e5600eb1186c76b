import { type Client, CLIENTS, FLOOR, OURS } from "../clients.ts";
import type { Series } from "../series.ts";
import { ratioOf, spreadOf } from "../statistics.ts";
import { formatRatio, formatValue } from "./format-number.ts";

/** What a reader has to know of a subject. */
const NOTES = new Map<string, Partial<Client>>([
  ...CLIENTS.map((client) => [client.name, client] as const),
  ["openapi-typescript", { lacks: "types alone: no operations, no names for schemas" }],
]);

/** A series as rows of cells, its heading first: every subject's median, spread and ratios, what it was set up with, and what it does not do. */
export function tabulate({ title, unit, samples }: Series): string[][] {
  const ratio = (of: readonly number[], to: string) => {
    const base = samples[to];
    return base ? formatRatio(ratioOf(of, base).median) : "–";
  };
  const rows = Object.entries(samples).map(([subject, numbers]) => {
    const { median, low, high } = spreadOf(numbers);
    const spread = numbers.length > 1 ? `${formatValue(low, unit)} to ${formatValue(high, unit)}` : "exact";
    const value = formatValue(median, unit);
    const { given = "", lacks = "" } = NOTES.get(subject) ?? {};
    return [subject, value, spread, ratio(numbers, FLOOR), ratio(numbers, OURS), given, lacks];
  });
  return [[title, unit, "spread", `× ${FLOOR}`, `× ${OURS}`, "set up with", "does not do"], ...rows];
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
