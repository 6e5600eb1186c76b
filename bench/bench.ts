import { formatTable } from "@grid-sdk/contract";
import { readOptions } from "@grid-sdk/scripts/workspace";
import { bundleSize } from "./harness/figures/bundle-size.ts";
import { callCost } from "./harness/figures/call-cost.ts";
import { compileCost } from "./harness/figures/compile-cost.ts";
import { importTime } from "./harness/figures/import-time.ts";
import { maintenance } from "./harness/figures/maintenance.ts";
import { retryQuota } from "./harness/figures/retry-quota.ts";
import { throughput } from "./harness/figures/throughput.ts";
import { prepare } from "./harness/prepare.ts";
import { describeEnvironment } from "./harness/report/environment.ts";
import { readResults, saveResult, writeReport } from "./harness/report/results.ts";
import { tabulate } from "./harness/report/table.ts";
import { tabulateTargets } from "./harness/report/targets.ts";
import type { Figure } from "./harness/series.ts";

const FIGURES = [bundleSize, callCost, throughput, importTime, compileCost, maintenance, retryQuota];
const names = FIGURES.map(({ name }) => name);
const tell = (text: string) => void (process.stderr.isTTY && process.stderr.write(`\r\u001B[K${text}`));

const { values, positionals } = readOptions("Usage: pnpm bench [<figure> …] [--report]", {
  options: { report: { type: "boolean", default: false } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`Expected figures, any of ${names.join(", ")}; got ${unknown}. Without one, all are measured.`);
  process.exitCode = 2;
} else {
  if (!values.report) {
    await measure(FIGURES.filter(({ name }) => positionals.length === 0 || positionals.includes(name)));
  }
  const results = readResults(names);
  writeReport(results);
  console.log(formatTable(tabulateTargets(results)));
  console.log("\nSaved in bench/results/, and the summary in docs/benchmarks.md.");
}

/** Measures the figures, one after the other, and prints and saves each as soon as it is there. */
async function measure(figures: readonly Figure[]): Promise<void> {
  tell("Installing and generating the peers …");
  await prepare();
  for (const figure of figures) {
    const { name, title, about } = figure;
    const series = await figure.measure((progress) => tell(`${title}: ${progress}`));
    tell("");
    saveResult({ name, title, about, environment: describeEnvironment(), series });
    console.log([title, ...series.map((one) => formatTable(tabulate(one)))].join("\n\n"), "\n");
  }
}
