import { readFileSync } from "node:fs";
import { arch, availableParallelism, cpus, platform, totalmem } from "node:os";
import { join } from "node:path";
import { CLIENTS_FOLDER } from "../places.ts";
import type { Environment } from "../series.ts";

/** This machine, today, and the installed versions of everything that is compared. */
export function describeEnvironment(): Environment {
  const { dependencies } = readManifest(CLIENTS_FOLDER) as { dependencies: Record<string, string> };
  const versions = Object.keys(dependencies).map((name) => [
    name,
    String(readManifest(join(CLIENTS_FOLDER, "node_modules", name))["version"]),
  ]);
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model.trim() ?? "unknown"}, ${availableParallelism()} cores, ${gigabytes} GB, ${platform()} ${arch()}`,
    node: process.version,
    versions: Object.fromEntries(versions),
  };
}

function readManifest(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
