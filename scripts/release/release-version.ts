import { fileURLToPath } from "node:url";
import { startProgress } from "@grid-sdk/terminal";
import { readOptions } from "../workspace/read-options.ts";
import { refusePreMode } from "../workspace/refuse-pre-mode.ts";
import { ROOT } from "../workspace/root.ts";
import { runQuietly } from "../workspace/run-quietly.ts";

const USAGE = `Usage: pnpm release:version

Applies the pending changesets: versions, changelogs, and the record of what is released.`;

readOptions(USAGE, {});
refusePreMode();
const cwd = fileURLToPath(ROOT);
const record = () => runQuietly(process.execPath, ["scripts/specification/spec-check.ts", "--record"], { cwd });
try {
  using progress = startProgress("Recording the fragments");
  // Before: the fragments that the changesets describe. After: the same, as released.
  await record();
  progress.report("Applying the changesets");
  await runQuietly(process.execPath, ["node_modules/@changesets/cli/bin.js", "version"], { cwd });
  await record();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
