import { CLIENTS, FLOOR } from "../clients.ts";
import type { Result } from "../series.ts";
import { ratioOf, spreadOf } from "../statistics.ts";
import { formatRatio, formatValue } from "./format-number.ts";
import { toMarkdown } from "./table.ts";
import { findSeries } from "./targets.ts";

const COLUMNS = [
  { heading: "bundle, gzip", figure: "bundle-size", series: "one call, gzip" },
  { heading: "a call", figure: "call-cost", series: "success, time", isRatio: true },
  { heading: "an error", figure: "call-cost", series: "documented error, time", isRatio: true },
  { heading: "heap of a call", figure: "call-cost", series: "success, heap", isRatio: true },
  { heading: "64 in flight", figure: "throughput", series: "64 in flight", isRatio: true },
  { heading: "import", figure: "import-time", series: "ESM, time" },
  { heading: "type instantiations", figure: "compile-cost", series: "the fragment, for each call" },
] as const;
const SHORT_UNITS = { bytes: " B", ms: " ms", instantiations: "" };
const BETWEEN = /(?<=<!-- bench -->\n)[^]*(?=<!-- \/bench -->)/;

/** The table of docs/benchmarks.md: a line for each client, what it costs, and what it leaves to the team. */
export function summarize(results: readonly Result[]): string {
  const rows = CLIENTS.map(({ name, given, lacks }) => {
    const cells = COLUMNS.map((column) => {
      const { samples, unit } = findSeries(results, column) ?? {};
      const [own, floor] = [samples?.[name], samples?.[FLOOR]];
      if (!own || !floor || !unit) return "–";
      if ("isRatio" in column) return `${formatRatio(ratioOf(own, floor).median)} ×`;
      return `${formatValue(spreadOf(own).median, unit)}${SHORT_UNITS[unit as keyof typeof SHORT_UNITS]}`;
    });
    return [name, cells, given, lacks].flat();
  });
  const headings = COLUMNS.map(({ heading }) => heading);
  return `${toMarkdown([["", ...headings, "set up with", "does not do"], ...rows])}\n`;
}

/** The page with this table between its markers. Throws a `RangeError` for one without them. */
export function insertSummary(page: string, summary: string): string {
  if (!BETWEEN.test(page)) throw new RangeError("The page has no <!-- bench --> and <!-- /bench --> to fill.");
  return page.replace(BETWEEN, () => summary);
}
