import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FIGURE_NAMES } from "../figure-names.ts";
import { RESULTS, ROOT } from "../places.ts";
import { composeReport, listCharts, readResults } from "./results.ts";
import { insertSummary, summarize } from "./summary.ts";
import { drawChart } from "./svg.ts";
import { tabulateTargets } from "./targets.ts";

const results = readResults(FIGURE_NAMES);
const read = (...path: string[]) => readFileSync(join(...path), "utf8");

describe("the saved results", () => {
  test("are there for every figure, with where and when they were measured", () => {
    expect(results.map(({ name }) => name)).toEqual(FIGURE_NAMES);
    for (const { environment } of results) {
      expect(environment).toMatchObject({
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        node: expect.stringMatching(/^v\d+/),
      });
      expect(environment.versions).toHaveProperty("openai");
    }
  });

  test("are what the tables show, and docs/benchmarks.md", () => {
    expect(read(RESULTS, "README.md")).toBe(composeReport(results));
    const page = read(ROOT, "docs/benchmarks.md");
    expect(insertSummary(page, summarize(results))).toBe(page);
  });

  test("miss no target: a target that the client cannot meet is explained in words, or removed", () => {
    const [, ...rows] = tabulateTargets(results);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((cells) => cells.includes("MISSED"))).toEqual([]);
  });

  test("are what the charts show", () => {
    for (const chart of listCharts(results)) expect(read(RESULTS, `${chart.name}.svg`)).toBe(drawChart(chart));
  });
});
