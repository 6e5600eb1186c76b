import { writeFile } from "node:fs/promises";
import { FragmentError } from "@grid-sdk/contract";
import { readOptions } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";
import { findDrift } from "./check/find-drift.ts";
import { describeSourceError, SourceError } from "./source/problem.ts";
import { readState } from "./update/read-state.ts";
import { hashFragment, RELEASED_PATH, writeRelease } from "./update/record.ts";

// Before and after `changeset version`: records the fragment that the pending changesets describe, and its release.
const { values } = readOptions("Usage: pnpm spec:check [--record]", {
  options: { record: { type: "boolean", default: false } },
});

try {
  const drift = await findDrift(ROOT);
  for (const problem of drift) console.error(problem);
  if (drift.length > 0) process.exitCode = 1;
  else if (values.record) {
    const { fragment = "", release } = await readState(ROOT);
    if (release)
      await writeFile(new URL(RELEASED_PATH, ROOT), writeRelease({ ...release, updated: hashFragment(fragment) }));
  }
} catch (error) {
  if (!(error instanceof SourceError) && !(error instanceof FragmentError)) throw error;
  console.error(error instanceof SourceError ? describeSourceError(error) : error.message);
  process.exitCode = 1;
}
