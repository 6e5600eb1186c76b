import { readFile } from "node:fs/promises";
import { DocumentError, type JsonObject } from "@grid-sdk/openapi";
import { parseSource } from "@grid-sdk/openapi/parse";
import { startProgress } from "@grid-sdk/terminal";
import { ANY_LINE_PATH, deriveAnyLine } from "./any-line.ts";
import { deriveLine } from "./derive-files.ts";
import { findStaleFiles, replaceFile, replaceStaleFiles } from "./generated-files.ts";
import { type Line, readLines } from "../workspace/lines.ts";
import { readOptions } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";

const USAGE = `Usage: pnpm generate [--check]

Writes the generated code of core and client from the fragment of each line.

  --check   write nothing; fail if a file is stale`;

const { values } = readOptions(USAGE, { options: { check: { type: "boolean", default: false } } });

const progress = startProgress("Reading the fragments");
const documents: JsonObject[] = [];
for (const line of readLines(ROOT)) await generate(line);
if (process.exitCode === undefined || values.check) await generateAnyLine();
progress.end();

/** Writes the generated code of a line, or checks it. Sets the exit status if something is wrong. */
async function generate(line: Line): Promise<void> {
  progress.report(`${values.check ? "Checking" : "Generating"} the code of ${line.name}`);
  try {
    const { document, place } = parseSource(await readFile(new URL(line.fragment, ROOT), "utf8"), line.fragment);
    documents.push(document);
    const files = await deriveLine(document, line, place);
    if (values.check) reportStale(await findStaleFiles(ROOT, line, files), line.fragment);
    else report(line.name, await replaceStaleFiles(ROOT, line, files));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    progress.print(error.message, console.error);
    process.exitCode = 1;
  }
}

/** The same for the module of all lines. */
async function generateAnyLine(): Promise<void> {
  const file = new URL(ANY_LINE_PATH, ROOT);
  const content = deriveAnyLine(documents);
  const stale = (await readFile(file, "utf8").catch(() => "")) === content ? [] : [ANY_LINE_PATH];
  if (values.check) return reportStale(stale, "the fragment of each line");
  if (stale.length > 0) await replaceFile(file, content);
  return report("all lines", stale);
}

function reportStale(stale: readonly string[], source: string): void {
  for (const path of stale) progress.print(`${path} is stale: it is not what ${source} gives.`, console.error);
  if (stale.length === 0) return;
  progress.print("Run `pnpm generate` and commit the result.", console.error);
  process.exitCode = 1;
}

function report(name: string, written: readonly string[]): void {
  progress.print(`${name}: ${written.length > 0 ? `wrote ${written.join(", ")}` : "generated code is up to date"}.`);
}
