import { fileURLToPath } from "node:url";
import { PACKAGES, type PackageName } from "./packages.ts";
import { ROOT } from "./root.ts";
import { runQuietly } from "./run-quietly.ts";

const TURBO = fileURLToPath(new URL("node_modules/turbo/bin/turbo", ROOT));
/** A cached build is faster than this, and needs no message. */
const QUIET_MS = 1000;

/** Builds packages that are not built yet. It shows turbo's output only if the build fails, and then ends the process. */
export async function buildPackages(names: readonly PackageName[] = PACKAGES): Promise<void> {
  // Within a task of turbo, its dependencies are built.
  if (process.env["TURBO_HASH"]) return;
  const start = Date.now();
  let isAnnounced = false;
  const timer = setTimeout(() => {
    isAnnounced = true;
    process.stderr.write(`Building ${names.length} packages … `);
  }, QUIET_MS);
  const filters = names.map((name) => `--filter=@grid-sdk/${name}`);
  try {
    const env = { ...process.env, TURBO_TELEMETRY_MESSAGE_DISABLED: "1" };
    await runQuietly(process.execPath, [TURBO, "run", "build", ...filters], { cwd: fileURLToPath(ROOT), env });
    if (isAnnounced) process.stderr.write(`${Math.round((Date.now() - start) / 1000)} s\n`);
  } catch (error) {
    process.stderr.write(`${isAnnounced ? "failed\n" : ""}${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  } finally {
    clearTimeout(timer);
  }
}
