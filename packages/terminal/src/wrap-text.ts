/**
 * The lines of a text at a width. Breaks between words. A word that is too long for a line breaks after a `/`, `,`, `:` or
 * `-`, or before a capital letter; if it has none of these, anywhere.
 */
export function wrapText(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const lines = [""];
  for (const piece of text.split(" ").flatMap((word) => splitWord(word, width))) {
    const line = lines.at(-1) ?? "";
    if (line === "") lines[lines.length - 1] = piece;
    else if (line.length + 1 + piece.length <= width) lines[lines.length - 1] = `${line} ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

/** The smallest pieces that {@link wrapText} leaves whole, if they fit. */
export function listPieces(text: string): string[] {
  return text.split(" ").flatMap((word) => word.match(/[^/,:-]*[/,:-]|[^/,:-]+$/gu) ?? []);
}

const BREAK = /^.*(?:[/,:-](?=.)|[a-z](?=[A-Z]))/su;

function splitWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (rest.length > width) {
    const at = BREAK.exec(rest.slice(0, width + 1))?.[0].length ?? 0;
    // Not within a surrogate pair.
    const end = at > 0 ? at : Math.max(1, width - (/[\uD800-\uDBFF]/.test(rest[width - 1] ?? "") ? 1 : 0));
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}
