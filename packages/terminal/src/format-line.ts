import type { Format, Terminal } from "./terminal.ts";
import { wrapText } from "./wrap-text.ts";

/** A part of a line, with its style if it has one. */
export type Part = string | readonly [text: string, format: Format];

interface LineOptions {
  /** What comes between two parts. Default: two spaces. */
  readonly gap?: string;
  /** How far lines after the first are indented. Default: 2. */
  readonly indent?: number;
}

/** Parts on one line. If they do not fit the terminal, further lines follow, indented; only a long part breaks, between its words. */
export function formatLine(
  parts: readonly Part[],
  { width, paint }: Terminal,
  { gap = "  ", indent = 2 }: LineOptions = {},
): string {
  const lines: string[] = [];
  let [line, length] = ["", 0];
  const breakLine = () => {
    lines.push(line);
    [line, length] = [" ".repeat(indent), indent];
  };
  for (const part of parts) {
    const [text, format] = typeof part === "string" ? [part, undefined] : part;
    if (text === "") continue;
    const styled = (piece: string) => (format === undefined ? piece : paint(format, piece));
    const isFirst = length === 0 || (lines.length > 0 && length === indent);
    if (!isFirst && length + gap.length + text.length > width) breakLine();
    else if (!isFirst) [line, length] = [line + gap, length + gap.length];
    for (const [at, piece] of wrapText(text, Math.max(1, width - length)).entries()) {
      if (at > 0) breakLine();
      [line, length] = [line + styled(piece), length + piece.length];
    }
  }
  return [...lines, line].join("\n");
}
