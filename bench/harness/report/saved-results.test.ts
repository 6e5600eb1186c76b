import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FIGURE_NAMES } from "../figure-names.ts";
import { RESULTS, ROOT } from "../places.ts";
import { composeReport, readResults } from "./results.ts";
import { insertSummary, summarize } from "./summary.ts";
import { drawChart } from "./svg.ts";

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

  test("are what the charts show", () => {
    for (const result of results) expect(read(RESULTS, `${result.name}.svg`)).toBe(drawChart(result));
  });
});
