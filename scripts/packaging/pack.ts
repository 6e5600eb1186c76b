import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const PACKAGES = ["core", "client", "device", "mock"] as const;
export type PackageName = (typeof PACKAGES)[number];

export interface PackedPackage {
  readonly name: PackageName;
  /** The package's folder in the workspace. */
  readonly directory: string;
  /** The path of its tarball. */
  readonly tarball: string;
  /** The paths in the tarball, sorted. */
  readonly files: readonly string[];
  /** The package.json in the tarball. */
  readonly manifest: Readonly<Record<string, unknown>>;
}

const run = promisify(execFile);

/** Packs a built package as it would be published, into a folder of its own in `folder`. */
export async function packPackage(name: PackageName, folder: string): Promise<PackedPackage> {
  const directory = fileURLToPath(new URL(`../../packages/${name}`, import.meta.url));
  const destination = join(folder, name);
  await mkdir(destination, { recursive: true });
  const { stdout } = await run("pnpm", ["pack", "--json", "--pack-destination", destination], {
    cwd: directory,
    shell: process.platform === "win32",
  });
  const packed = JSON.parse(stdout) as { filename: string; files: { path: string }[] };
  await run("tar", ["-xzf", packed.filename, "-C", destination, "package/package.json"]);
  return {
    name,
    directory,
    tarball: packed.filename,
    files: packed.files.map(({ path }) => path).toSorted(),
    manifest: JSON.parse(
      await readFile(join(destination, "package/package.json"), "utf8"),
    ) as PackedPackage["manifest"],
  };
}
