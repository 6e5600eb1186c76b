import { glob, readFile } from "node:fs/promises";

/** Pages that people wrote. */
const PAGES = "{README.md,CONTRIBUTING.md,docs/*.md,packages/*/README.md,examples/*/README.md}";

/**
 * The pages that name a day. `planned` has the new text of pages that the update writes.
 */
export async function findDatedPages(
  root: URL,
  day: string,
  planned: ReadonlyMap<string, string | null>,
): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob(PAGES, { cwd: root })) {
    const text = planned.get(path) ?? (await readFile(new URL(path, root), "utf8"));
    if (text.includes(day)) found.push(path);
  }
  return found.toSorted();
}
