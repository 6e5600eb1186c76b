import { buildPackages, readOptions, refuseArguments } from "@grid-sdk/scripts/workspace";
import { FIGURE_NAMES } from "./harness/figure-names.ts";

const USAGE = `Usage: pnpm bench [<figure> …] [--report]

Compares the client with what a team would otherwise use. Writes bench/results/ and the summary of docs/benchmarks.md.
Figures: ${FIGURE_NAMES.join(", ")} (default: all).

  --report   measure nothing: only write tables and charts from the last measurements`;

const { values, positionals } = readOptions(USAGE, {
  options: { report: { type: "boolean", default: false } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !FIGURE_NAMES.some((figure) => figure === name));
if (unknown !== undefined)
  refuseArguments(USAGE, `Expected figures, any of ${FIGURE_NAMES.join(", ")}; got ${unknown}`);
await buildPackages();
const { measureFigures, reportFigures } = await import("./harness/run-figures.ts");
if (!values.report) {
  await measureFigures(FIGURE_NAMES.filter((name) => positionals.length === 0 || positionals.includes(name)));
}
reportFigures();
