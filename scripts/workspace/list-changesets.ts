import { readdirSync } from "node:fs";
import { ROOT } from "./root.ts";

/** What changesets does not read, although it is Markdown: `README.md` in any case, the others as they are here. */
const IGNORED = [/^README\.md$/i, /^(?:AGENTS|CLAUDE|GEMINI)\.md$/, /^\./];

/** The pending changesets, which the next `changeset version` applies, by their file names. */
export function listChangesets(directory = new URL(".changeset/", ROOT)): string[] {
  const names = readdirSync(directory);
  return names.filter((name) => name.endsWith(".md") && !IGNORED.some((pattern) => pattern.test(name))).toSorted();
}
