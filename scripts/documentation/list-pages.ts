import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listFiles } from "../workspace/list-files.ts";
import { ROOT } from "../workspace/root.ts";

export const root = fileURLToPath(ROOT);

export interface Page {
  /** From the root of the checkout. */
  readonly path: string;
  readonly text: string;
}

/** Every page of documentation of this checkout that people wrote, without changesets, changelogs and API reports. */
export function listPages(): Page[] {
  return listFiles("*.md")
    .filter((path) => !/^(?:\.changeset|api)\/|CHANGELOG\.md$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** The blocks of code of a language, without their fences. */
export function listBlocks({ text }: Page, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(([, block = ""]) => block);
}
