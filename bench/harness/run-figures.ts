import { createTerminal, formatTable, startProgress } from "@grid-sdk/terminal";
import { FIGURE_NAMES, type FigureName } from "./figure-names.ts";
import { bundleSize } from "./figures/bundle-size.ts";
import { callCost } from "./figures/call-cost.ts";
import { compileCost } from "./figures/compile-cost.ts";
import { importTime } from "./figures/import-time.ts";
import { maintenance } from "./figures/maintenance.ts";
import { retryQuota } from "./figures/retry-quota.ts";
import { throughput } from "./figures/throughput.ts";
import { prepare } from "./prepare.ts";
import { describeEnvironment } from "./report/environment.ts";
import { readResults, saveResult, writeReport } from "./report/results.ts";
import { tabulate } from "./report/table.ts";
import { tabulateTargets } from "./report/targets.ts";
import type { Figure } from "./series.ts";

const FIGURES: Record<FigureName, Figure> = {
  "bundle-size": bundleSize,
  "call-cost": callCost,
  throughput,
  "import-time": importTime,
  "compile-cost": compileCost,
  maintenance,
  "retry-quota": retryQuota,
};
const terminal = createTerminal();

/** Writes the tables and charts of what was measured last, and prints them beside the targets. */
export function reportFigures(): void {
  const results = readResults(FIGURE_NAMES);
  writeReport(results);
  console.log(formatTable(tabulateTargets(results), terminal));
  console.log("\nSaved in bench/results/, and the summary in docs/benchmarks.md.");
}

/** Measures the figures, one after the other, and prints and saves each as soon as it is there. */
export async function measureFigures(chosen: readonly FigureName[]): Promise<void> {
  using progress = startProgress("Installing and generating the peers");
  await prepare();
  for (const figure of chosen.map((one) => FIGURES[one])) {
    const { name, title, about } = figure;
    const series = await figure.measure((step) => progress.report(`${title}: ${step}`));
    saveResult({ name, title, about, environment: describeEnvironment(), series });
    const tables = series.map((one) => formatTable(tabulate(one), terminal));
    progress.print(`${[terminal.paint("bold", title), ...tables].join("\n\n")}\n`);
  }
}
