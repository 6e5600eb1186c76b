import ts from "typescript";

/** A piece of text that people read, and where it begins in its file. */
export interface Prose {
  readonly text: string;
  readonly offset: number;
}

/** What people read in a file: a page's text without its code, a module's comments and strings, a YAML file whole. */
export function findProse(path: string, text: string): Prose[] {
  const pieces = path.endsWith(".ts") || path.endsWith(".tsx") ? ofModule(path, text) : [ofText(path, text)];
  return pieces.map((piece) => ({ offset: piece.offset, text: blank(piece.text, /\\?`[^`\n]+`/g) }));
}

function ofText(path: string, text: string): Prose {
  return { text: path.endsWith(".md") ? blank(text, /^ *```[^]*?^ *```$|<!--[^]*?-->/gm) : text, offset: 0 };
}

function ofModule(path: string, text: string): Prose[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const prose: Prose[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const start = node.getStart(file);
    const children = node.getChildren(file);
    if (children.length > 0) return children.forEach(visit);
    if (start > node.pos) prose.push({ text: text.slice(node.pos, start), offset: node.pos });
    // Without its quotes: a backtick of a template is not that of a name.
    const content = text.slice(start + 1, node.end - 1);
    if (isText(node) && /\s/.test(content)) prose.push({ text: content, offset: start + 1 });
  };
  visit(file);
  return prose;
}

function isText(node: ts.Node): boolean {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isTemplateHead(node) ||
    ts.isJsxText(node)
  );
}

/** The text with spaces in place of what matches, so that every offset stays. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => match.replace(/[^\n]/g, " "));
}
