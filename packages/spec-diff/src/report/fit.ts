/** GitHub's bound for the body of a pull request. */
const MOST_CHARACTERS = 65_536;

/** As many lines of Markdown as fit into a pull request, and a sentence on those that are left out. */
export function fit(pieces: readonly string[]): string {
  let text = "";
  for (const [at, piece] of pieces.entries()) {
    const left = `\n${pieces.length - at} more lines: \`pnpm spec:diff\` prints them.\n`;
    if (text.length + piece.length + left.length > MOST_CHARACTERS) return text + left;
    text += piece;
  }
  return text;
}
