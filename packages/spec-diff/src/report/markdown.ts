import { bumpOf, type Change } from "../judge/change.ts";
import { describeBump } from "./describe-bump.ts";

/** The report as Markdown: a sentence and a table, most serious first. */
export function reportMarkdown(changes: readonly Change[]): string {
  const summary = describeBump(bumpOf(changes), changes);
  if (changes.length === 0) return `${summary}\n`;
  const rows = changes.map(
    ({ level, where, message }) => `| ${level} | ${escapeCell(where)} | ${escapeCell(message)} |\n`,
  );
  return `${summary}\n\n| level | where | what it means |\n|---|---|---|\n${rows.join("")}`;
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("<", "&lt;");
}
