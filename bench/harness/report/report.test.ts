import { expect, test } from "vitest";
import type { Result, Series } from "../series.ts";
import { formatRatio, formatValue } from "./format-number.ts";
import { insertSummary, summarize } from "./summary.ts";
import { drawChart } from "./svg.ts";
import { tabulate, toMarkdown } from "./table.ts";
import { tabulateTargets } from "./targets.ts";

const time: Series = {
  title: "success, time",
  unit: "µs",
  samples: { "bare fetch": [10, 20, 30], "grid-sdk": [25, 50, 75], openai: [40, 80, 120] },
};
const size: Series = {
  title: "one call, gzip",
  unit: "bytes",
  samples: { "bare fetch": [200], "openapi-fetch": [1_000], "grid-sdk": [3_900] },
};
const environment = { date: "2026-01-02", machine: "a machine", node: "v24.0.0", versions: {} };
const toResult = (name: string, series: Series): Result => ({
  name,
  title: "A & B",
  about: "",
  environment,
  series: [series],
});

test.each([
  [1_234.5, "bytes", "1,235"],
  [1_234.5, "µs", "1,235"],
  [12.34, "µs", "12.3"],
  [1.234, "ms", "1.23"],
  [11.5, "instantiations", "11.5"],
  [0, "instantiations", "0"],
] as const)("shows %d %s as %s", (value, unit, text) => {
  expect(formatValue(value, unit)).toBe(text);
});

test("has a dash for a ratio to nothing", () => {
  expect([formatRatio(1 / 0), formatRatio(0 / 0)]).toEqual(["–", "–"]);
});

test("tells the median, the spread, the ratios, what a client was given, and what it does not do", () => {
  const [heading, floor, ours] = tabulate(time);
  expect(heading).toEqual([
    "success, time",
    "µs",
    "spread",
    "× bare fetch",
    "× grid-sdk",
    "set up with",
    "does not do",
  ]);
  expect(floor?.slice(0, 5)).toEqual(["bare fetch", "20", "15 to 25", "1.00", "0.40"]);
  expect(ours?.slice(0, 5)).toEqual(["grid-sdk", "50", "37.5 to 62.5", "2.50", "1.00"]);
  expect(floor?.[5]).toContain("Basic auth");
  expect(floor?.[6]).toContain("a time limit");
  expect(tabulate(size)[1]?.[2]).toBe("exact");
});

test("has no ratio to what was not measured", () => {
  expect(tabulate({ ...time, samples: { "hey-api": [1] } })[1]?.slice(3, 5)).toEqual(["–", "–"]);
});

test("makes a Markdown table", () => {
  const rows = [
    ["a", "b"],
    ["c", "1"],
  ];
  expect(toMarkdown(rows)).toBe("| a | b |\n|---|---:|\n| c | 1 |");
});

test("says of each target that was measured whether it is met", () => {
  const [, ...rows] = tabulateTargets([toResult("call-cost", time), toResult("bundle-size", size)]);
  expect(rows.map(([title, , measured, verdict]) => [title, measured, verdict])).toEqual([
    ["bundle-size: one call, gzip", "3.90 × openapi-fetch", "MISSED"],
    ["call-cost: success, time", "0.63 × openai", "met"],
  ]);
});

test("draws a bar for each subject, longer for more, and nothing that is no XML", () => {
  const svg = drawChart(toResult("call-cost", time));
  const widths = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(3);
  expect(widths).toEqual(widths.toSorted((one, other) => one - other));
  expect(svg).toContain("<title>A &amp; B</title>");
  expect(svg.match(/<line /g)).toHaveLength(3);
});

test("puts the summary where the page marks its place, and nowhere else", () => {
  const summary = summarize([toResult("call-cost", time)]);
  expect(summary).toContain("| grid-sdk | – | 2.50 × |");
  const readme = "a\n<!-- bench -->\nold\n<!-- /bench -->\nb\n";
  expect(insertSummary(readme, summary)).toBe(`a\n<!-- bench -->\n${summary}<!-- /bench -->\nb\n`);
  expect(() => insertSummary("a", summary)).toThrow("The page has no <!-- bench -->");
});
