/** Text that cannot end a comment. */
function escapeComment(text: string): string {
  return text.replaceAll("*/", "*\\/");
}

/** Text without tags of JSDoc: an `@` at the start of a line is escaped. */
export function escapeTags(text: string): string {
  return text.replaceAll(/^(\s*)@/gm, "$1\\@");
}

/**
 * A JSDoc comment of the paragraphs that are not empty, with tags (`@deprecated`) after them; an empty text if there is
 * nothing to say.
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

/** The JSDoc comment of an operation: summary, description, method and path, deprecation, and more tags. */
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
