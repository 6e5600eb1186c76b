import type { Change } from "../judge/change.ts";
import { describeBump } from "./describe-bump.ts";
import { fit } from "./fit.ts";
import { groupChanges, namePlaces } from "./group-changes.ts";
import { type DocsEntry, groupDocs } from "./group-docs.ts";
import type { Report } from "./report.ts";
import { capitalize } from "../facts/words.ts";

/** The report as Markdown: a sentence, a table of what changed, and the old and new texts. */
export function renderMarkdown({ changes }: Report): string {
  return fit([`${capitalize(describeBump(changes))}\n`, ...listChanges(changes)]);
}

/** The lines of the table and the sections after it. */
export function listChanges(changes: readonly Change[]): string[] {
  const lines = groupChanges(changes.filter(({ level }) => level !== "docs"));
  const docs = groupDocs(changes);
  const rows = lines.map(
    ({ level, places, message }) => `| ${level} | ${escapeCell(namePlaces(places))} | ${escapeCell(message)} |\n`,
  );
  const table = rows.length === 0 ? [] : ["\n| level | where | what it means |\n|---|---|---|\n", ...rows];
  const [contract, other] = [docs.filter(({ isContract }) => isContract), docs.filter(({ isContract }) => !isContract)];
  return [...table, ...describeQuotes(changes), ...describeDocs(TEXTS, contract), ...describeDocs(OTHERS, other)];
}

/** What the new revision says about what changed, where it may require something. */
function describeQuotes(changes: readonly Change[]): string[] {
  const quoted = changes.filter(({ quotes }) => quotes !== undefined);
  const lines = groupChanges(quoted, true).map(({ places, quotes }) => {
    const words = quotes.map((quote) => `  - “${escapeText(quote)}”\n`).join("");
    return `- **${escapeText(namePlaces(places))}**\n${words}`;
  });
  return lines.length === 0 ? [] : [`\n### ${READ_THIS}\n\n`, ...lines];
}

export const READ_THIS = "Read this before you upgrade: what the specification says about new and changed parts";
export const TEXTS = "Changed texts about what requests and responses carry, which may be part of the contract";
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

function escapeCell(text: string): string {
  return escapeText(text).replaceAll("|", "\\|");
}

function escapeText(text: string): string {
  return text.replaceAll("\n", " ").replaceAll("<", "&lt;");
}
