import { readdir, readFile } from "node:fs/promises";
import ts from "typescript";

/** The path of a package's API report, from the root of the checkout. */
export function pathOfApiReport(name: string): string {
  return `api/${name}.api.md`;
}

/** The public API of a package in its folder `dist`, as Markdown. */
export async function readApiReport(name: string, dist: URL): Promise<string> {
  const files = (await readdir(dist)).filter((file) => file.endsWith(".d.ts")).toSorted();
  const texts = files.map(async (file) => [file, await readFile(new URL(file, dist), "utf8")] as const);
  return deriveApiReport(name, new Map(await Promise.all(texts)));
}

/** A package's public API as Markdown: its built declarations by file, without comments, one form for one API. */
export function deriveApiReport(name: string, declarations: ReadonlyMap<string, string>): string {
  const sections = [...declarations].map(([file, text]) => {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
    const code = ts.createPrinter({ removeComments: true }).printFile(source).trim();
    return `## ${file}\n\n\`\`\`ts\n${code}\n\`\`\`\n`;
  });
  return `# Public API of @grid-sdk/${name}

Written by \`pnpm api:update\` from the built declarations. A change here is a change for consumers.

${sections.join("\n")}`;
}
