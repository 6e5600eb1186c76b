import { fileURLToPath } from "node:url";
import { FragmentError, type JsonObject } from "@grid-sdk/contract";
import { compareDocuments, reportJson, reportMarkdown, reportTerminal } from "@grid-sdk/spec-diff";
import { describeSourceError, SourceError } from "./source/problem.ts";
import { findLine } from "../workspace/lines.ts";
import { readOptions, refuseArguments, refuseTogether } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";
import { readSource } from "./source/read-source.ts";
import { extractFragment } from "./update/extract-fragment.ts";
import { readSelection, SELECTION_PATH } from "./update/selection.ts";

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
  const sources = await Promise.all([readSource(placeOf(before)), readSource(placeOf(after))]);
  const documents = [sources[0].document, sources[1].document] as const;
  const changes = compareDocuments(...(values.whole ? documents : await selectOfBoth(documents)));
  if (values.json) console.log(JSON.stringify(reportJson(changes), undefined, 2));
  else if (values.markdown) process.stdout.write(reportMarkdown(changes));
  else process.stdout.write(reportTerminal(changes, process.stdout, process.stdout.columns));
} catch (error) {
  if (error instanceof SourceError) console.error(describeSourceError(error));
  else if (error instanceof FragmentError) console.error(error.message);
  else throw error;
  process.exitCode = UNREADABLE;
}

/** The fragment of a line, if it is the name of one. */
function placeOf(name: string): string {
  const line = findLine(name);
  return line ? fileURLToPath(new URL(line.fragment, ROOT)) : name;
}

/** What is selected of both; both as they are where nothing is selected of one, which then is another API's. */
async function selectOfBoth(documents: readonly [JsonObject, JsonObject]): Promise<readonly [JsonObject, JsonObject]> {
  const selection = await readSelection(new URL(SELECTION_PATH, ROOT));
  const [old, current] = documents.map((document) => extractFragment(document, selection));
  const isOurs = old && current && old.problems.length === 0 && current.problems.length === 0;
  return isOurs ? [old.fragment, current.fragment] : documents;
}
