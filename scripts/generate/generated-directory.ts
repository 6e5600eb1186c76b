import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The names of the files in the directory that differ from the derived ones, are missing, or are derived no more. */
export async function findStaleFiles(directory: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const present = await readdir(directory).catch((): string[] => []);
  const names = new Set([...files.keys(), ...present]);
  const checks = [...names].map(async (name) => {
    const content = present.includes(name) ? await readFile(join(directory, name), "utf8") : undefined;
    return content === files.get(name) ? [] : [name];
  });
  return (await Promise.all(checks)).flat().toSorted();
}

/** Makes the directory hold exactly the derived files. A file is replaced whole or not at all. */
export async function replaceStaleFiles(directory: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  const stale = await findStaleFiles(directory, files);
  for (const name of stale) {
    const path = join(directory, name);
    const content = files.get(name);
    if (content === undefined) {
      await rm(path, { recursive: true });
    } else {
      await writeFile(`${path}.new`, content);
      await rename(`${path}.new`, path);
    }
  }
  return stale;
}
