import { writeFile } from "node:fs/promises";
import { DocumentError } from "@grid-sdk/openapi";
import { startProgress } from "@grid-sdk/terminal";
import { type Line, readLines } from "../workspace/lines.ts";
import { readOptions } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";
import { findDrift } from "./check/find-drift.ts";
import { readState } from "./update/read-state.ts";
import { hashFragment, writeRelease } from "./update/record.ts";

const USAGE = `Usage: pnpm spec:check [--record]

Checks each line: the generated code is derived from the fragment, the fragment is the result of its last update, and
changesets name what has changed since the last release.

  --record   before and after \`changeset version\`: record the fragment as described, then as released`;

const { values } = readOptions(USAGE, { options: { record: { type: "boolean", default: false } } });

try {
  for (const line of readLines()) await check(line);
} catch (error) {
  if (!(error instanceof DocumentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function check(line: Line): Promise<void> {
  using progress = startProgress(`Checking ${line.name}`);
  const drift = await findDrift(ROOT, line);
  progress.end();
  for (const problem of drift) console.error(problem);
  if (drift.length > 0) process.exitCode = 1;
  else if (values.record) {
    const { fragment = "", release } = await readState(ROOT, line);
    if (release)
      await writeFile(new URL(line.released, ROOT), writeRelease({ ...release, updated: hashFragment(fragment) }));
  }
}
