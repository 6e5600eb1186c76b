import { CLIENTS, FLOOR } from "../clients.ts";
import type { Result } from "../series.ts";
import { ratioOf, spreadOf } from "../statistics.ts";
import { CHART, SIZE, seriesOfChart } from "./bundle-chart.ts";
import { formatRatio, formatValue } from "./format-number.ts";
import { sortSubjects } from "./sort-subjects.ts";
import { toMarkdown } from "./table.ts";
import { findSeries } from "./targets.ts";
import { describeTrade } from "./trade.ts";

const COLUMNS = [
  { heading: "call", figure: "call-cost", series: "success, time", isRatio: true },
  { heading: "load", figure: "import-time", series: "ESM, time", isRatio: false },
];
const BETWEEN = /(?<=<!-- bench -->\n)[^]*(?=<!-- \/bench -->)/;

/** The middle of docs/benchmarks.md: the chart, the table with a row for each client, and what the client costs more. */
export function summarize(results: readonly Result[]): string {
  const bundles = findSeries(results, SIZE);
  if (!bundles) throw new RangeError("The bundles were not measured.");
  const size = seriesOfChart(bundles);
  const rows = sortSubjects(size).map(([name, kilobytes]) => {
    const cells = COLUMNS.map(({ isRatio, ...column }) => {
      const { samples, unit } = findSeries(results, column) ?? {};
      const [own, floor] = [samples?.[name], samples?.[FLOOR]];
      if (!own || !floor || !unit) return "–";
      return isRatio ? formatRatio(ratioOf(own, floor).median) : formatValue(spreadOf(own).median, unit);
    });
    return [name, formatValue(spreadOf(kilobytes).median, size.unit)].concat(cells);
  });
  const headings = ["client", "bundle", ...COLUMNS.map(({ heading }) => heading)];
  return `${[
    `![${CHART.title}, in kB](../bench/results/${CHART.name}.svg)`,
    toMarkdown([headings, ...rows]),
    describeTrade(results),
  ].join("\n\n")}\n`;
}

/** The page with this summary between its markers. Throws a `RangeError` for one without them. */
export function insertSummary(page: string, summary: string): string {
  if (!BETWEEN.test(page)) throw new RangeError("The page has no <!-- bench --> and <!-- /bench --> to fill.");
  return page.replace(BETWEEN, () => summary);
}

/** What each client was set up with, and what a team has to add to it: a list. */
export function listClients(): string {
  return CLIENTS.map(({ name, given, lacks }) => `- **${name}**: ${given}. Without ${lacks}.`).join("\n");
}
