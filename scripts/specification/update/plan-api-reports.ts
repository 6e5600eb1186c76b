import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Progress } from "@grid-sdk/terminal";
import { pathOfApiReport, readApiReport } from "../../release/packaging/derive-api-report.ts";
import { GENERATED_PATH } from "../../workspace/lines.ts";
import { LINE_PACKAGES } from "../../workspace/packages.ts";
import { makeTemporaryClone } from "../../workspace/temporary-clone.ts";
import { readIfPresent } from "./read-state.ts";
import type { FileChanges } from "./replace-files.ts";

/**
 * The API reports that change with these files, by path. The packages are built with the files in a temporary clone, so
 * that this checkout can be changed at once. Throws an `Error` with the output of a build that fails.
 */
export async function planApiReports(
  root: URL,
  files: FileChanges,
  progress: Pick<Progress, "report">,
): Promise<Map<string, string>> {
  const planned = new Map<string, string>();
  if (![...files.keys()].some((path) => path.startsWith(GENERATED_PATH))) return planned;
  const clone = makeTemporaryClone();
  try {
    for (const [path, content] of files) put(join(clone.path, path), content);
    for (const name of LINE_PACKAGES) {
      progress.report(`Building ${name}, for its API report`);
      const { status, stdout, stderr } = clone.run("node_modules/tsdown/dist/run.mjs", `packages/${name}`);
      if (status !== 0) throw new Error(`${name} does not build:\n${stdout}${stderr}`);
      const path = pathOfApiReport(name);
      const report = await readApiReport(name, pathToFileURL(join(clone.path, `packages/${name}/dist/`)));
      if ((await readIfPresent(root, path)) !== report) planned.set(path, report);
    }
    return planned;
  } finally {
    clone.remove();
  }
}

function put(path: string, content: string | null): void {
  if (content === null) return rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
