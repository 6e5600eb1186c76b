import { bumpOf, type Change } from "../judge/change.ts";
import { describeBump } from "./describe-bump.ts";
import { groupChanges, namePlaces } from "./group-changes.ts";
import { type DocsEntry, groupDocs } from "./group-docs.ts";

/** What a pull request's text may hold on GitHub is 65,536 characters; some are left for what stands around the report. */
const MOST_CHARACTERS = 60_000;

/** The report as Markdown: a sentence, a table of what changed, and what the documentation said and says. */
export function reportMarkdown(changes: readonly Change[], most: number = MOST_CHARACTERS): string {
  const summary = `${describeBump(bumpOf(changes), changes)}\n`;
  const lines = groupChanges(changes.filter(({ level }) => level !== "docs"));
  const docs = groupDocs(changes);
  const rows = lines.map(
    ({ level, places, message }) => `| ${level} | ${escapeCell(namePlaces(places))} | ${escapeCell(message)} |\n`,
  );
  const table = rows.length === 0 ? [] : ["\n| level | where | what it means |\n|---|---|---|\n", ...rows];
  const [contract, other] = [docs.filter(({ isContract }) => isContract), docs.filter(({ isContract }) => !isContract)];
  const sections = [...describeQuotes(changes), ...describeDocs(TEXTS, contract), ...describeDocs(OTHERS, other)];
  return fit([summary, ...table, ...sections], most);
}

/** What the new revision says of what changed, where that may ask for something. */
function describeQuotes(changes: readonly Change[]): string[] {
  const lines = groupChanges(
    changes.filter(({ quotes }) => quotes !== undefined),
    true,
  ).map(({ places, quotes }) => {
    const words = quotes.map((quote) => `  - “${escapeText(quote)}”\n`).join("");
    return `- **${escapeText(namePlaces(places))}**\n${words}`;
  });
  return lines.length === 0 ? [] : [`\n### ${READ_THIS}\n\n`, ...lines];
}

const READ_THIS = "Read this before you upgrade: what the specification says of what is new or changed";
const TEXTS = "Texts of what requests and responses carry changed, and may be the contract";
const OTHERS = "Documentation";

function describeDocs(title: string, entries: readonly DocsEntry[]): string[] {
  if (entries.length === 0) return [];
  const lines = entries.map(({ owner, differences }) =>
    differences.length === 1
      ? `- **${escapeText(owner)}** ${escapeText(differences.join())}\n`
      : `- **${escapeText(owner)}**\n${differences.map((difference) => `  - ${escapeText(difference)}\n`).join("")}`,
  );
  return [`\n### ${title}\n\n`, ...lines];
}

/** As many pieces as there is room for, and a sentence on those that are left out. */
function fit(pieces: readonly string[], most: number): string {
  let text = "";
  for (const [at, piece] of pieces.entries()) {
    const left = `\n${pieces.length - at} further lines: \`pnpm spec:diff\` prints them.\n`;
    if (text.length + piece.length + left.length > most) return text + left;
    text += piece;
  }
  return text;
}

function escapeCell(text: string): string {
  return escapeText(text).replaceAll("|", "\\|");
}

function escapeText(text: string): string {
  return text.replaceAll("\n", " ").replaceAll("<", "&lt;");
}
