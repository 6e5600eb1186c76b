import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RESULTS, ROOT } from "../places.ts";
import type { Environment, Result } from "../series.ts";
import { SIZE, toChart } from "./bundle-chart.ts";
import { insertSummary, listClients, summarize } from "./summary.ts";
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

/** No clock here is more exact than five digits. */
function roundNumbers(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(5)) : value;
}

/** Writes what people read: all tables, the charts, and the summary of docs/. */
export function writeReport(results: readonly Result[]): void {
  const page = join(ROOT, "docs/benchmarks.md");
  for (const chart of listCharts(results)) writeFileSync(join(RESULTS, `${chart.name}.svg`), drawChart(chart));
  writeFileSync(join(RESULTS, "README.md"), composeReport(results));
  writeFileSync(page, insertSummary(readFileSync(page, "utf8"), summarize(results)));
}

/** A chart for each figure, and the one of docs/benchmarks.md. */
export function listCharts(results: readonly Result[]): Result[] {
  return [...results.filter(({ name }) => name === SIZE.figure).map(toChart), ...results];
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

\`pnpm bench\` writes this page. In each round, every client has its turn. A value is the median of all rounds, its spread is from the first to the third quartile, and a ratio is the median of the ratios of each round. The best client is first.

## Clients

${listClients()}

openapi-typescript is in one table of "The maintainers' loop". It generates only types: no operations, and no names for schemas.

${figures.join("\n\n")}

## Limits

What the client and the generator have to stay below:

${listTargets(results)}
`;
}

function listTargets(results: readonly Result[]): string {
  const [, ...rows] = tabulateTargets(results);
  return rows.map(([title, limit, measured, verdict]) => `- ${title}: ${measured}, ${limit}: ${verdict}`).join("\n");
}

function describe({ date, machine, node, versions }: Environment): string {
  const list = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Measured on ${date}: ${machine}; Node ${node}; ${list.join(", ")}.`;
}
