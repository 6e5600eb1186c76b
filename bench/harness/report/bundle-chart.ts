import type { Result, Series } from "../series.ts";

/** The series of docs/benchmarks.md's chart. */
export const SIZE = { figure: "bundle-size", series: "one call, gzip" };
/** The chart's file in `bench/results/`, and its title. */
export const CHART = { name: "bundle-of-one-call", title: "Bundle of one call" };

/** The chart at the top of docs/benchmarks.md: one series of the bundles' figure. */
export function toChart(result: Result): Result {
  const series = result.series.filter(({ title }) => title === SIZE.series);
  return { ...result, ...CHART, series: series.map(seriesOfChart) };
}

/** Bytes as kB, as people compare sizes. */
export function seriesOfChart({ samples }: Series): Series {
  return {
    title: "One call, minified and gzipped",
    unit: "kB",
    samples: Object.fromEntries(
      Object.entries(samples).map(([name, bytes]) => [name, bytes.map((size) => size / 1_000)]),
    ),
  };
}
