import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Not a measure of speed: a hanging check should end, and a slow machine should not fail one. */
export const PATIENCE_MS = 600_000;

export const NPM = process.platform === "win32" ? "npm.cmd" : "npm";

/** One environment that the packages have to work in. */
export interface Check {
  readonly kind: "install" | "run time" | "types" | "test runner" | "bundler";
  readonly name: string;
  /** Rejects if the packages do not work there. */
  run(): Promise<unknown>;
}

/** Where checks run: a folder with the packed packages and all environments installed, and a mock to call. */
export interface Workbench {
  readonly directory: string;
  readonly mockUrl: string;
}

/** Runs a program in the workbench. Resolves to its output. Rejects if it fails or does not print `expected`. */
export async function runProgram(
  { directory, mockUrl }: Workbench,
  command: string,
  args: readonly string[],
  expected = "",
): Promise<string> {
  const output = await new Promise<string>((resolve, reject) => {
    const options = { cwd: directory, env: { ...process.env, BASE_URL: mockUrl, NO_COLOR: "1" }, timeout: PATIENCE_MS };
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`.trim(), { cause: error }));
      else resolve(stdout + stderr);
    });
  });
  if (!output.includes(expected)) throw new Error(`expected ${JSON.stringify(expected)}, got:\n${output}`);
  return output;
}

/** A program that is installed in the workbench. */
export function binOf({ directory }: Workbench, name: string): string {
  return join(directory, "node_modules", ".bin", name);
}

/** A packed package, as a dependency. */
export async function tarballOf({ directory }: Workbench, name: string): Promise<string> {
  const folder = join(directory, "packed", name);
  const file = (await readdir(folder)).find((entry) => entry.endsWith(".tgz"));
  return `file:${join(folder, file ?? "")}`;
}

/** Bundles a script of the fixtures for a page or a worker. */
export async function bundleScript(bench: Workbench, script: string, bundled: string): Promise<void> {
  const args = [script, "--bundle", "--format=esm", `--outfile=${bundled}`, "--log-level=error"];
  await runProgram(bench, binOf(bench, "esbuild"), args);
}

/** The program of a version of Node that the manifest names. */
export function nodeOf({ directory }: Workbench, version: string): string {
  return join(directory, "node_modules", `node${version}`, "bin", process.platform === "win32" ? "node.exe" : "node");
}
