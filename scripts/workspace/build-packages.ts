import { fileURLToPath } from "node:url";
import { startProgress } from "@grid-sdk/terminal";
import { PACKAGES, type PackageName } from "./packages.ts";
import { ROOT } from "./root.ts";
import { runQuietly } from "./run-quietly.ts";

const TURBO = fileURLToPath(new URL("node_modules/turbo/bin/turbo", ROOT));

/** Builds packages that are not built yet. It shows turbo's output only if the build fails, and then ends the process. */
export async function buildPackages(names: readonly PackageName[] = PACKAGES): Promise<void> {
  // Within a task of turbo, its dependencies are built.
  if (process.env["TURBO_HASH"]) return;
  using progress = startProgress(`Building ${names.length} packages`);
  const filters = names.map((name) => `--filter=@grid-sdk/${name}`);
  try {
    const env = { ...process.env, TURBO_TELEMETRY_MESSAGE_DISABLED: "1" };
    await runQuietly(process.execPath, [TURBO, "run", "build", ...filters], { cwd: fileURLToPath(ROOT), env });
  } catch (error) {
    progress.end();
    process.stderr.write(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
