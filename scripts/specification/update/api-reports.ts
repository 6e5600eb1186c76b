import { fileURLToPath } from "node:url";
import { startProgress } from "@grid-sdk/terminal";
import { runQuietly } from "../../workspace/index.ts";
import { GENERATED_PATH } from "../../workspace/lines.ts";
import { ROOT } from "../../workspace/root.ts";
import type { FileChanges } from "./replace-files.ts";

/** Builds the packages where generated code changed, and records their public API in `api/`. Resolves to why it failed. */
export async function updateApiReports(files: FileChanges): Promise<string | undefined> {
  if (![...files.keys()].some((path) => path.startsWith(GENERATED_PATH))) return undefined;
  const progress = startProgress("Building the packages, for their API reports");
  try {
    await runQuietly("pnpm", ["run", "api:update"], { cwd: fileURLToPath(ROOT) });
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason.includes("ENOENT"))
      return "The public API is not recorded: pnpm is not on the PATH. Run `npx -y pnpm@12 api:update`.";
    return `The packages do not build with this fragment yet. Adapt them, then run \`pnpm api:update\`.\n${reason}`;
  } finally {
    progress.end();
  }
}
