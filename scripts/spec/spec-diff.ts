import { parseArgs } from "node:util";
import { FragmentError } from "@grid-sdk/contract";
import { compareDocuments, reportJson, reportMarkdown, reportTerminal } from "@grid-sdk/spec-diff";
import { describeSourceError, SourceError } from "./source/problem.ts";
import { readSource } from "./source/read-source.ts";

const USAGE = "Usage: pnpm spec:diff <before> <after> [--json | --markdown], each an OpenAPI 3.1 file or https URL.";
const UNREADABLE = 2;

try {
  const { values, positionals } = readArguments();
  const [before, after, ...others] = positionals;
  if (before === undefined || after === undefined || others.length > 0) throw new SourceError(USAGE);
  const sources = await Promise.all([readSource(before), readSource(after)]);
  const changes = compareDocuments(sources[0].document, sources[1].document);
  if (values.json) console.log(JSON.stringify(reportJson(changes), undefined, 2));
  else if (values.markdown) process.stdout.write(reportMarkdown(changes));
  else process.stdout.write(reportTerminal(changes, process.stdout, process.stdout.columns));
} catch (error) {
  if (error instanceof SourceError) console.error(describeSourceError(error));
  else if (error instanceof FragmentError) console.error(error.message);
  else throw error;
  process.exitCode = UNREADABLE;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: "boolean", default: false }, markdown: { type: "boolean", default: false } },
    });
  } catch (error) {
    throw new SourceError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
