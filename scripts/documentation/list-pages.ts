import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "../workspace/root.ts";

export const root = fileURLToPath(ROOT);

export interface Page {
  /** From the root of the checkout. */
  readonly path: string;
  readonly text: string;
}

/** Every page of documentation of this checkout that people wrote, without changesets, changelogs and API reports. */
export function listPages(): Page[] {
  const listed = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
    cwd: root,
    encoding: "utf8",
  });
  const paths = listed.stdout.split("\n").filter((path) => path.endsWith(".md") && existsSync(join(root, path)));
  return paths
    .filter((path) => !/^(?:\.changeset|api)\/|CHANGELOG\.md$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** The blocks of code of a language, without their fences. */
export function listBlocks({ text }: Page, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(([, block = ""]) => block);
}
