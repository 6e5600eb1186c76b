import ts from "typescript";

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
