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

test("shows the median, the spread and the ratio to bare fetch, the best one first", () => {
  const [heading, floor, ours] = tabulate(time);
  expect(heading).toEqual(["success, time", "µs", "spread", "× bare fetch"]);
  expect(floor).toEqual(["bare fetch", "20", "15 to 25", "1.00"]);
  expect(ours).toEqual(["grid-sdk", "50", "37.5 to 62.5", "2.50"]);
  expect(tabulate(size).map(([subject, , spread]) => [subject, spread])).toEqual([
    ["one call, gzip", "spread"],
    ["bare fetch", "exact"],
    ["openapi-fetch", "exact"],
    ["grid-sdk", "exact"],
  ]);
});

test("has the most calls per second first", () => {
  const rate: Series = { title: "64 in flight", unit: "calls/s", samples: { slow: [1], fast: [2] } };
  expect(tabulate(rate).map(([subject]) => subject)).toEqual(["64 in flight", "fast", "slow"]);
  const svg = drawChart(toResult("throughput", rate));
  expect(svg.indexOf("fast")).toBeLessThan(svg.indexOf("slow"));
});

test("has no column for a ratio to what was not measured", () => {
  expect(tabulate({ ...time, samples: { "hey-api": [1] } })).toEqual([
    ["success, time", "µs", "spread"],
    ["hey-api", "1", "exact"],
  ]);
});

test("makes a Markdown table", () => {
  const rows = [
    ["a", "b"],
    ["c", "1"],
  ];
  expect(toMarkdown(rows)).toBe("| a | b |\n|---|---:|\n| c | 1 |");
});

test("says of each target that was measured whether it is met", () => {
  const large = { ...size, samples: { "grid-sdk": [3_900], octokit: [3_000] } };
  const [, ...rows] = tabulateTargets([toResult("call-cost", time), toResult("bundle-size", large)]);
  expect(rows.map(([title, , measured, verdict]) => [title, measured, verdict])).toEqual([
    ["bundle-size: one call, gzip", "1.30 × octokit", "MISSED"],
    ["call-cost: success, time", "0.63 × openai", "met"],
  ]);
});

test("draws a bar for each subject, longer for more, and escapes text", () => {
  const svg = drawChart(toResult("call-cost", time));
  const widths = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(3);
  expect(widths).toEqual(widths.toSorted((one, other) => one - other));
  expect(svg).toContain("<title>A &amp; B</title>");
  expect(svg.match(/<line /g)).toHaveLength(3);
});

/** The relative luminance of a colour, by WCAG 2. */
function luminanceOf(colour: string): number {
  const hex = colour.length === 4 ? colour.replaceAll(/[\da-f]/g, "$&$&") : colour;
  const [red = 0, green = 0, blue = 0] = [...hex.matchAll(/[\da-f]{2}/g)].map(([byte]) => {
    const share = Number.parseInt(byte, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("has text of enough contrast in both themes", () => {
  const [light = "", dark = ""] = drawChart(toResult("call-cost", time)).split("@media");
  for (const theme of [light, dark]) {
    const colourOf = (selector: string) => new RegExp(`${selector}\\{[^}]*fill:(#[\\da-f]+)`).exec(theme)?.[1] ?? "";
    const page = luminanceOf(colourOf(String.raw`\.page`));
    for (const selector of ["text", String.raw`\.ours`]) {
      const [low = 0, high = 0] = [page, luminanceOf(colourOf(selector))].toSorted((one, other) => one - other);
      expect((high + 0.05) / (low + 0.05)).toBeGreaterThan(4.5);
    }
  }
});

const imported: Series = { title: "ESM, time", unit: "ms", samples: { "openapi-fetch": [4], "grid-sdk": [10] } };
const called: Series = { ...time, samples: { ...time.samples, "openapi-fetch": [20, 40, 60] } };
const measured = [toResult("bundle-size", size), toResult("call-cost", called), toResult("import-time", imported)];

test("begins the summary with the chart, the smallest bundle first, and ends it with the trade", () => {
  const [chart, table, trade] = summarize(measured).split("\n\n");
  expect(chart).toBe("![Bundle of one call, in kB](../bench/results/bundle-of-one-call.svg)");
  expect(table?.split("\n").slice(2)).toEqual([
    "| bare fetch | 0.20 | 1.00 |",
    "| openapi-fetch | 1 | 2.00 |",
    "| grid-sdk | 3.90 | 2.50 |",
  ]);
  expect(trade).toContain("about 4 times as large. A call needs 1.25 times the time, which is 10 µs more");
  expect(trade).toContain("loading 2.50 times, which is 6 ms more");
});

test("puts the summary where the page marks its place, and nowhere else", () => {
  const summary = summarize(measured);
  const readme = "a\n<!-- bench -->\nold\n<!-- /bench -->\nb\n";
  expect(insertSummary(readme, summary)).toBe(`a\n<!-- bench -->\n${summary}<!-- /bench -->\nb\n`);
  expect(() => insertSummary("a", summary)).toThrow("The page has no <!-- bench -->");
});
