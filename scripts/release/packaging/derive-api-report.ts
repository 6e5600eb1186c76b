import ts from "typescript";

/** A package's public API as Markdown: its built declarations without comments, one form for one API. */
export function deriveApiReport(name: string, declarations: string): string {
  const source = ts.createSourceFile("index.d.ts", declarations, ts.ScriptTarget.Latest);
  const code = ts.createPrinter({ removeComments: true }).printFile(source).trim();
  return `# Public API of @grid-sdk/${name}

Written by \`pnpm api:update\` from the built declarations. A change here is a change for consumers.

\`\`\`ts
${code}
\`\`\`
`;
}
