/** A JSDoc comment of the given paragraphs, empty ones left out; nothing if none is left. */
export function jsdoc(paragraphs: readonly string[], indent = ""): string {
  const text = paragraphs
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .join("\n\n");
  if (!text) return "";
  const lines = text.replaceAll("*/", "*\\/").split("\n");
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`, ""].join("\n");
}
