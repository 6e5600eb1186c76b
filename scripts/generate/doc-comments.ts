import ts from "typescript";
import { escapeTags, jsdoc } from "./jsdoc.ts";

/**
 * Turns openapi-typescript's comments into documentation as editors show it: the description is text and not a tag.
 * Leaves out what the type says itself (`@enum`, `@constant`). Examples, defaults and deprecation stay tags.
 */
export function writeDocComments(context: ts.TransformationContext): ts.Transformer<ts.Node> {
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
  // The format last: it says the least.
  const paragraphs = text.toSorted((a, b) => Number(isFormat(a)) - Number(isFormat(b)));
  // TypeScript writes the ends of the comment itself.
  return /^\/\*([^]*)\*\/\n$/.exec(jsdoc(paragraphs, "", tags))?.[1];
}

function isFormat(item: string): boolean {
  return item.startsWith("Format: ");
}
