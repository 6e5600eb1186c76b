import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RESULTS, ROOT } from "../places.ts";
import type { Environment, Result } from "../series.ts";
import { insertSummary, summarize } from "./summary.ts";
import { drawChart } from "./svg.ts";
import { tabulate, toMarkdown } from "./table.ts";
import { tabulateTargets } from "./targets.ts";

/** The results of all figures that were ever measured, in this order. */
export function readResults(names: readonly string[]): Result[] {
  return names
    .map((name) => join(RESULTS, `${name}.json`))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")) as Result);
}

/** Saves a figure's samples: all that the report is made of. */
export function saveResult(result: Result): void {
  mkdirSync(RESULTS, { recursive: true });
  // One line for each subject's samples.
  const json = JSON.stringify(result, roundNumbers, 2).replaceAll(/\[[-\d.e,\s]+\]/g, (numbers) =>
    numbers.replaceAll(/\s+/g, " ").replace("[ ", "[").replace(" ]", "]"),
  );
  writeFileSync(join(RESULTS, `${result.name}.json`), `${json}\n`);
}

/** No clock here tells more than five digits. */
function roundNumbers(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(5)) : value;
}

/** Writes what people read: all tables, a chart for each figure, and the summary of docs/. */
export function writeReport(results: readonly Result[]): void {
  const page = join(ROOT, "docs/benchmarks.md");
  for (const result of results) writeFileSync(join(RESULTS, `${result.name}.svg`), drawChart(result));
  writeFileSync(join(RESULTS, "README.md"), composeReport(results));
  writeFileSync(page, insertSummary(readFileSync(page, "utf8"), summarize(results)));
}

export function composeReport(results: readonly Result[]): string {
  const figures = results.map(({ name, title, about, environment, series }) =>
    [
      `## ${title}`,
      about,
      `![${title}](${name}.svg)`,
      ...series.map((one) => toMarkdown(tabulate(one))),
      describe(environment),
    ].join("\n\n"),
  );
  return `# Results

Written by \`pnpm bench\`. Medians of rounds in which every client had its turn; the spread is from the first to the third quartile; ratios are medians of the rounds' own ratios.

${[toMarkdown(tabulateTargets(results)), ...figures].join("\n\n")}
`;
}

function describe({ date, machine, node, versions }: Environment): string {
  const list = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Measured on ${date}: ${machine}; Node ${node}; ${list.join(", ")}.`;
}
