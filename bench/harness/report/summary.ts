import { CLIENTS, FLOOR } from "../clients.ts";
import type { Result } from "../series.ts";
import { ratioOf, spreadOf } from "../statistics.ts";
import { CHART, SIZE, seriesOfChart } from "./bundle-chart.ts";
import { formatRatio, formatValue } from "./format-number.ts";
import { sortSubjects } from "./sort-subjects.ts";
import { toMarkdown } from "./table.ts";
import { findSeries } from "./targets.ts";
import { describeTrade, TIME } from "./trade.ts";

const BETWEEN = /(?<=<!-- bench -->\n)[^]*(?=<!-- \/bench -->)/;

/** The middle of docs/benchmarks.md: the chart, the table with a row for each client, and what the client costs more. */
export function summarize(results: readonly Result[]): string {
  const bundles = findSeries(results, SIZE);
  if (!bundles) throw new RangeError("The bundles were not measured.");
  const size = seriesOfChart(bundles);
  const calls = findSeries(results, TIME)?.samples;
  const rows = sortSubjects(size).map(([name, kilobytes]) => {
    const [own, floor] = [calls?.[name], calls?.[FLOOR]];
    const ratio = own && floor ? formatRatio(ratioOf(own, floor).median) : "–";
    return [name, formatValue(spreadOf(kilobytes).median, size.unit), ratio];
  });
  return `${[
    `![${CHART.title}, in kB](../bench/results/${CHART.name}.svg)`,
    toMarkdown([["client", "bundle", "call"], ...rows]),
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
  return CLIENTS.map(({ name, given, lacks }) => `- **${name}**: ${given}. Missing: ${lacks}.`).join("\n");
}
