import { DocumentError } from "@grid-sdk/openapi";
import { reportJson, reportMarkdown, reportTerminal } from "@grid-sdk/spec-diff";
import { compareSources } from "./diff/compare-sources.ts";
import { readOptions, refuseArguments, refuseTogether } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";

const USAGE = `Usage: pnpm spec:diff <before> <after> [--json | --markdown] [--whole]

Compares two revisions as a consumer of the SDK sees them. Each is an OpenAPI 3.1 file, an https URL, or the name of a
line: \`pnpm spec:diff 2026-04-23 latest\`.

  --json       print the changes as JSON
  --markdown   print them as Markdown
  --whole      compare everything, not only what openapi/selection.json selects of whole specifications`;
const UNREADABLE = 2;

const { values, positionals } = readOptions(USAGE, {
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
    whole: { type: "boolean", default: false },
  },
});
const [before, after, ...others] = positionals;
if (before === undefined || after === undefined || others.length > 0) {
  refuseArguments(USAGE, `Expected two documents, got ${positionals.length}`);
}
refuseTogether(USAGE, values, ["json", "markdown"]);
try {
  const changes = await compareSources(ROOT, [before, after], values.whole);
  if (values.json) console.log(JSON.stringify(reportJson(changes), undefined, 2));
  else if (values.markdown) process.stdout.write(reportMarkdown(changes));
  else process.stdout.write(reportTerminal(changes, process.stdout, process.stdout.columns));
} catch (error) {
  if (!(error instanceof DocumentError)) throw error;
  console.error(error.message);
  process.exitCode = UNREADABLE;
}
