import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startProgress } from "@grid-sdk/terminal";
import type { Candidate } from "./candidate.ts";
import { makeOnce } from "./make-once.ts";

const run = promisify(execFile);

/** Its manifest, its lockfile and its installed packages. */
const MANIFEST = fileURLToPath(new URL("../browser/", import.meta.url));
/** Where it is unpacked. Ignored by git. */
const UNPACKED = fileURLToPath(new URL("../.browser/", import.meta.url));

/** The one platform that the npm package has a browser for. */
export function isOnNpm({ platform, arch }: Pick<NodeJS.Process, "platform" | "arch"> = process): boolean {
  return platform === "linux" && arch === "x64";
}

/** Fetches a headless Chromium from npm and unpacks it into this checkout, the first time. Rejects if that fails. */
export async function fetchFromNpm(): Promise<Candidate> {
  const { dependencies } = JSON.parse(readFileSync(join(MANIFEST, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const folder = join(UNPACKED, `chromium-${dependencies["@sparticuz/chromium"]}`);
  await makeOnce(folder, async (staging) => {
    using progress = startProgress("Fetching a browser for the tests from npm (67 MB)");
    await install();
    progress.report("Unpacking the browser");
    await run(process.execPath, ["unpack.mjs"], { cwd: MANIFEST, env: { ...process.env, TMPDIR: staging } });
  });
  const executablePath = join(folder, "chromium");
  return { name: "Chromium from npm", options: { executablePath, env: environmentFor(executablePath, folder) } };
}

/** The lockfile's hashes decide what is accepted. */
async function install(): Promise<void> {
  await run("pnpm", ["install", "--frozen-lockfile"], { cwd: MANIFEST }).catch((error: unknown) => {
    const { code, stdout = "", stderr = "" } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (code === "ENOENT") throw new Error("pnpm is not on the PATH. Run `npx -y pnpm@12 browser` once.");
    throw new Error(`\`pnpm install\` failed in packages/test-browser/browser:\n${stdout}${stderr}`.trim());
  });
}

/** Adds what the system may lack: fonts, and libnss3 with the libraries beside it. */
function environmentFor(executablePath: string, folder: string): Record<string, string> {
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, "fonts.conf") } as Record<string, string>;
  if (spawnSync(executablePath, ["--version"], { env }).status === 0) return env;
  const paths = [join(folder, "al2023/lib"), env["LD_LIBRARY_PATH"]].filter(Boolean);
  return { ...env, LD_LIBRARY_PATH: paths.join(":") };
}
