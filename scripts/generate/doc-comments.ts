import ts from "typescript";
import { escapeComment, escapeTags } from "./jsdoc.ts";

/**
 * Turns openapi-typescript's comments into documentation as editors show it: the description is text and not a tag.
 * Leaves out what the type says itself (`@enum`, `@constant`). Examples, defaults and deprecation stay tags.
 */
export function writeDocComments(nodes: readonly ts.Node[]): ts.Node[] {
  return ts.transform([...nodes], [rewriteComments]).transformed;
}

function rewriteComments(context: ts.TransformationContext): ts.Transformer<ts.Node> {
  const visit = (node: ts.Node): ts.Node => {
    const comments = ts.getSyntheticLeadingComments(node) ?? [];
    const rewritten = comments.flatMap((comment) => {
      const text = rewriteComment(comment.text);
      return text === undefined ? [] : [Object.assign({}, comment, { text })];
    });
    if (comments.length > 0) ts.setSyntheticLeadingComments(node, rewritten);
    return ts.visitEachChild(node, visit, context);
  };
  return visit;
}

// The lines of an item after its first; openapi-typescript indents them by four spaces more.
const CONTINUATION = /\n \* {5}/g;

function rewriteComment(comment: string): string | undefined {
  const items = comment
    .replace(/^\*\s*(\* )?/, "")
    .trimEnd()
    .split(/\n \* (?! {4})/)
    .map((item) => item.replaceAll(CONTINUATION, "\n").trim());
  const text: string[] = [];
  const tags: string[] = [];
  for (const item of items) {
    const [, tag, value = ""] = /^@(\w+)\s*([^]*)$/.exec(item) ?? [];
    if (tag === undefined) text.push(item);
    else if (tag === "description") text.push(value);
    else if (tag === "deprecated") tags.push("@deprecated");
    else if (tag === "default" || tag === "example") tags.push(`@${tag} ${escapeTags(value)}`.trim());
  }
  const paragraphs = [...sortText(text).map(escapeTags), tags.join("\n")].filter(Boolean);
  if (paragraphs.length === 0) return undefined;
  const lines = escapeComment(paragraphs.join("\n\n").replaceAll("*\\/", "*/")).split("\n");
  if (lines.length === 1) return `* ${lines[0]} `;
  return ["*", ...lines.map((line) => ` * ${line}`.trimEnd()), " "].join("\n");
}

/** The format last: it says the least. */
function sortText(text: readonly string[]): string[] {
  return [...text.filter((item) => !isFormat(item)), ...text.filter(isFormat)];
}

function isFormat(item: string): boolean {
  return item.startsWith("Format: ");
}
