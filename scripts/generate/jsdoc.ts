/** Text that no comment ends in, however it is put together. */
export function escapeComment(text: string): string {
  return text.replaceAll("*/", "*\\/");
}

/** Text in which nothing is a tag of JSDoc: an `@` that starts a line is that of the text. */
export function escapeTags(text: string): string {
  return text.replaceAll(/^(\s*)@/gm, "$1\\@");
}

/**
 * A JSDoc comment of the given paragraphs, empty ones left out, and tags (`@deprecated`) behind them; nothing if none
 * is left.
 */
export function jsdoc(paragraphs: readonly string[], indent = "", tags: readonly string[] = []): string {
  const text = [...paragraphs.map(escapeTags), tags.join("\n")]
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .join("\n\n");
  if (!text) return "";
  const lines = escapeComment(text).split(/\r?\n/);
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`, ""].join("\n");
}

/** What an operation says of itself: summary, description, method and path, deprecation, and more tags. */
export function jsdocOfOperation(
  operation: {
    readonly summary: string;
    readonly description: string;
    readonly method: string;
    readonly path: string;
    readonly deprecated: boolean;
  },
  indent: string,
  tags: readonly string[] = [],
): string {
  const { summary, description, method, path, deprecated } = operation;
  const all = [...(deprecated ? ["@deprecated"] : []), ...tags];
  return jsdoc([summary, description, `\`${method} ${path}\``], indent, all);
}
