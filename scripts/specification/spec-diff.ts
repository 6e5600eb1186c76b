import { DocumentError } from "@grid-sdk/openapi";
import { chooseRenderer } from "@grid-sdk/spec-diff";
import { startProgress } from "@grid-sdk/terminal";
import { describeRendererOptions, nameRendererOptions, parseRendererOptions } from "./diff/renderer-options.ts";
import { compareSources } from "./diff/compare-sources.ts";
import { readOptions, refuseArguments, refuseTogether } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";

const USAGE = `Usage: pnpm spec:diff <before> <after> ${nameRendererOptions("diff")} [--whole]

Compares two revisions as a consumer of the SDK sees them. Each is an OpenAPI 3.1 file, an https URL, or the name of a
line: \`pnpm spec:diff 2026-04-23 latest\`.

${describeRendererOptions("diff", 10)}
  --whole     compare everything, not only what openapi/selection.json selects of whole specifications`;
const UNREADABLE = 2;

const { values, positionals } = readOptions(USAGE, {
  allowPositionals: true,
  options: {
    ...parseRendererOptions("diff"),
    whole: { type: "boolean", default: false },
  },
});
const [before, after, ...others] = positionals;
if (before === undefined || after === undefined || others.length > 0) {
  refuseArguments(USAGE, `Expected two documents, got ${positionals.length}`);
}
refuseTogether(USAGE, values, Object.keys(parseRendererOptions("diff")));
try {
  using progress = startProgress("Comparing the documents");
  const changes = await compareSources(ROOT, [before, after], values.whole);
  progress.end();
  process.stdout.write(chooseRenderer("diff", values)({ changes }, process.stdout));
} catch (error) {
  if (!(error instanceof DocumentError)) throw error;
  console.error(error.message);
  process.exitCode = UNREADABLE;
}
