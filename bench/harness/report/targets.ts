import { OURS } from "../clients.ts";
import type { Result, Series } from "../series.ts";
import { ratioOf, spreadOf } from "../statistics.ts";
import { formatRatio, formatValue } from "./format-number.ts";

/** A limit for the client or the generator. A run reports it; only what is exact has a budget that fails a test. */
interface Target {
  readonly figure: string;
  readonly series: string;
  readonly subject: string;
  /** The limit is a ratio to this one. Without it, the limit is a value. */
  readonly to?: string;
  readonly atMost: number;
}

/** The clients that retry and limit time, as ours does. openapi-fetch does neither: `describeTrade` compares with it. */
export const RETRYING = ["octokit", "ky", "axios", "openai"];
/** Those of them that are larger. ky is smaller, as `describeTrade` says. */
const LARGE = ["octokit", "axios", "openai"];

const TARGETS: readonly Target[] = [
  ...LARGE.map((to) => ({ figure: "bundle-size", series: "one call, gzip", subject: OURS, to, atMost: 1 })),
  ...RETRYING.flatMap((to) => [
    { figure: "call-cost", series: "success, time", subject: OURS, to, atMost: 1 },
    { figure: "call-cost", series: "documented error, time", subject: OURS, to, atMost: 1 },
  ]),
  { figure: "compile-cost", series: "the fragment, for each call", subject: OURS, to: "hey-api", atMost: 1 },
  { figure: "compile-cost", series: "1,000 operations, for each call", subject: OURS, to: "hey-api", atMost: 1 },
  { figure: "maintenance", series: "120 paths, generate", subject: OURS, atMost: 3_000 },
  { figure: "retry-quota", series: "an outage of a minute", subject: "with the quota", atMost: 1.1 },
  { figure: "retry-quota", series: "one call in a hundred fails: calls lost", subject: "with the quota", atMost: 0 },
];

/** Every target that was measured, as rows of cells with a heading. */
export function tabulateTargets(results: readonly Result[]): string[][] {
  const rows = TARGETS.flatMap((target) => {
    const { subject, to, atMost } = target;
    const series = findSeries(results, target);
    const samples = series?.samples[subject];
    const base = to === undefined ? undefined : series?.samples[to];
    if (!series || !samples || (to !== undefined && !base)) return [];
    const { median } = base ? ratioOf(samples, base) : spreadOf(samples);
    const format = (value: number) => (base ? `${formatRatio(value)} × ${to}` : formatValue(value, series.unit));
    const title = `${target.figure}: ${target.series}${base ? "" : ` (${series.unit})`}`;
    return [[title, `at most ${format(atMost)}`, format(median), median <= atMost ? "met" : "MISSED"]];
  });
  return [["target", "limit", "measured", ""], ...rows];
}

export function findSeries(
  results: readonly Result[],
  { figure, series }: { readonly figure: string; readonly series: string },
): Series | undefined {
  return results.find(({ name }) => name === figure)?.series.find(({ title }) => title === series);
}
