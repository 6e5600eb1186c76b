import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { FragmentError } from "@grid-sdk/contract";
import { FRAGMENT_PATH } from "../generate/derive-files.ts";
import { ROOT } from "../workspace/root.ts";
import { findDrift } from "./check/find-drift.ts";
import { describeSourceError, SourceError } from "./source/problem.ts";
import { RECORD_PATH, writeRecord } from "./update/record.ts";

// Where changesets were written by hand: records the fragment that they describe, before a release uses them up.
const { values } = parseArgs({ options: { record: { type: "boolean", default: false } } });

try {
  const drift = await findDrift(ROOT);
  for (const problem of drift) console.error(problem);
  if (drift.length > 0) process.exitCode = 1;
  else if (values.record) {
    await writeFile(new URL(RECORD_PATH, ROOT), writeRecord(await readFile(new URL(FRAGMENT_PATH, ROOT), "utf8")));
  }
} catch (error) {
  if (!(error instanceof SourceError) && !(error instanceof FragmentError)) throw error;
  console.error(error instanceof SourceError ? describeSourceError(error) : error.message);
  process.exitCode = 1;
}
