import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PACKAGES, type PackageName } from "./packages.ts";
import { ROOT } from "./root.ts";

const TURBO = fileURLToPath(new URL("node_modules/turbo/bin/turbo", ROOT));
/** What is cached is there sooner, and needs no word. */
const QUIET_MS = 1000;

/** Builds packages where they are not built yet. What turbo prints is shown only if it fails, which ends the process. */
export async function buildPackages(names: readonly PackageName[] = PACKAGES): Promise<void> {
  // Within a task of turbo, its dependencies are built.
  if (process.env["TURBO_HASH"]) return;
  const start = Date.now();
  let isAnnounced = false;
  const timer = setTimeout(() => {
    isAnnounced = true;
    process.stderr.write(`Building ${names.length} packages … `);
  }, QUIET_MS);
  const { code, output } = await runTurbo(["run", "build", ...names.map((name) => `--filter=@grid-sdk/${name}`)]);
  clearTimeout(timer);
  if (isAnnounced) process.stderr.write(code === 0 ? `${Math.round((Date.now() - start) / 1000)} s\n` : "failed\n");
  if (code === 0) return;
  process.stderr.write(output);
  process.exit(1);
}

function runTurbo(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, TURBO_TELEMETRY_MESSAGE_DISABLED: "1" };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [TURBO, ...args], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
