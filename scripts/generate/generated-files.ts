import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Line } from "../workspace/lines.ts";

/**
 * The paths of the generated files of a line that differ from the derived ones, are missing, or are not derived any more.
 */
export async function findStaleFiles(root: URL, line: Line, files: ReadonlyMap<string, string>): Promise<string[]> {
  const present = await Promise.all([line.generated, line.generatedClient].map((folder) => listFiles(root, folder)));
  const paths = new Set([...files.keys(), ...present.flat()]);
  const checks = [...paths].map(async (path) => {
    const content = await readFile(new URL(path, root), "utf8").catch(() => undefined);
    return content === files.get(path) ? [] : [path];
  });
  return (await Promise.all(checks)).flat().toSorted();
}

/** Writes the derived files to a line's folders and removes all others. Replaces a file whole or not at all. */
export async function replaceStaleFiles(root: URL, line: Line, files: ReadonlyMap<string, string>): Promise<string[]> {
  const stale = await findStaleFiles(root, line, files);
  for (const path of stale) await replaceFile(new URL(path, root), files.get(path));
  return stale;
}

/** Writes a file whole, or removes it. */
export async function replaceFile(file: URL, content: string | undefined): Promise<void> {
  if (content === undefined) {
    await rm(file, { recursive: true });
    return;
  }
  await mkdir(new URL(`${dirname(file.pathname)}/`, file), { recursive: true });
  const next = new URL(`${file.href}.new`);
  await writeFile(next, content);
  await rename(next, file);
}

async function listFiles(root: URL, folder: string): Promise<string[]> {
  const names = await readdir(new URL(folder, root)).catch((): string[] => []);
  return names.map((name) => `${folder}/${name}`);
}
