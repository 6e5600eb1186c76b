import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "./root.ts";

/** The files of this checkout that git does not ignore, by their paths from the root. All, or those of the patterns. */
export function listFiles(...patterns: readonly string[]): string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", ...patterns];
  const root = fileURLToPath(ROOT);
  const { stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  return [...new Set(stdout.split("\0"))].filter((path) => path !== "" && existsSync(join(root, path)));
}
