import { readFileSync } from "node:fs";
import { startProgress } from "@grid-sdk/terminal";
import { listFiles } from "../workspace/list-files.ts";
import { readOptions } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";
import { findWords } from "./find-words.ts";

const USAGE = `Usage: pnpm lint:words [file ...]

Looks for words that have a plainer one: in pages, comments, messages and test names. The list is
scripts/words/words.yaml. Without files, it reads all that this checkout holds and people wrote.`;

// What others wrote, what a command writes, and what quotes them.
const SKIPPED =
  /^(?:api|licenses)\/|(?:^|\/)(?:generated|fixtures|cases|vectors|licenses)\/|(?:CHANGELOG|THIRD-PARTY-LICENSES)\.md$|^\.changeset\/spec-|pnpm-lock\.yaml$|(?:upstream|released)\.yaml$|^licenses\.base\.ts$|grid-auth\.yaml$|^scripts\/words\//;

const { positionals } = readOptions(USAGE, { allowPositionals: true });
const progress = startProgress("Reading what people wrote");
let count = 0;
for (const path of positionals.length > 0 ? positionals : listProse()) {
  for (const { line, found, say } of findWords(path, readFileSync(new URL(path, ROOT), "utf8"))) {
    progress.print(`${path}:${line}: "${found}". Better: ${say}`, console.error);
    count += 1;
  }
}
progress.end();
if (count > 0) {
  console.error(
    `\n${count} words that have a plainer one. Write the sentence again; the list is scripts/words/words.yaml.`,
  );
  process.exitCode = 1;
}

function listProse(): string[] {
  return listFiles("*.md", "*.ts", "*.tsx", "*.yaml", "*.yml").filter((path) => !SKIPPED.test(path));
}
