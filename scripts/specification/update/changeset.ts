import {
  bumpOf,
  type Change,
  countChanges,
  type DocsEntry,
  groupChanges,
  groupDocs,
  type Level,
  LEVELS,
  type Line,
  namePlaces,
} from "@grid-sdk/spec-diff";
import type { Line as ApiLine } from "../../workspace/lines.ts";
import { PACKAGES } from "../../workspace/packages.ts";

const HEADINGS: Record<Level, string> = {
  breaking: "Breaking: change your code where it uses these",
  widening: "Wider responses: exhaustive switches over these stop compiling until they handle the new case",
  minor: "Added or relaxed: nothing to do",
  docs: "Documentation",
};
const READ_THIS = "Read this: the text of what requests and responses carry changed, and may be the contract";
/** A changelog is read from top to bottom: of each level so many lines, the rest by name alone. */
const MOST: Record<Level, number> = { breaking: 15, widening: 5, minor: 6, docs: 5 };

/** What a changeset of another line than the default begins with. */
export const NOTHING_CHANGES = "**Default entry: nothing changes.** ";

/** What a changeset is about. */
export interface ChangesetSubject {
  readonly line: Pick<ApiLine, "name" | "entry">;
  /** The day of the revision, if anybody says it. */
  readonly date: string | undefined;
  readonly apiVersion: string;
  /** Whether the default line has changes for the same release. */
  readonly hasDefaultChanged: boolean;
}

/** A changeset for consumers in under 60 lines: what changed, and what each change asks of them. */
export function writeChangeset(changes: readonly Change[], subject: ChangesetSubject): string {
  const bump = bumpOf(changes);
  const packages = PACKAGES.map((name) => `"@grid-sdk/${name}": ${bump}\n`).join("");
  const sections = LEVELS.flatMap((level) => {
    const ofLevel = changes.filter((change) => change.level === level);
    if (ofLevel.length === 0) return [];
    return level === "docs" ? listDocs(groupDocs(ofLevel)) : [section(HEADINGS[level], listLines(level, ofLevel))];
  });
  return `---\n${packages}---\n\n${writeTitle(subject, bump)}: ${countChanges(changes)}.\n\n${sections.join("\n")}`;
}

/** Which line, and of which day. A major release is none for those who use the default entry, unless it changes too. */
function writeTitle({ line, date, apiVersion, hasDefaultChanged }: ChangesetSubject, bump: string): string {
  const isForOthers = bump === "major" && line.entry !== "." && !hasDefaultChanged;
  const first = isForOthers ? NOTHING_CHANGES : "";
  const day = date === undefined ? "" : `, revision of ${date}`;
  return `${first}Line \`${line.name}\`${day} (Grid API \`${apiVersion}\`)`;
}

function section(heading: string, lines: readonly string[]): string {
  return `**${heading}**\n\n${lines.join("")}`;
}

/** A line for each change, and one for all that are left, so that every name stands somewhere. */
function listLines(level: Level, changes: readonly Change[]): string[] {
  const lines = groupChanges(changes).toSorted((a, b) => weigh(b) - weigh(a));
  const room = lines.length > MOST[level] ? MOST[level] - 1 : lines.length;
  const told = lines.slice(0, room).map(describeLine);
  const rest = lines.slice(room);
  if (rest.length === 0) return told;
  const text = told.join("");
  const names = new Set(changes.map(({ subject }) => subject).filter((subject) => !text.includes(`\`${subject}\``)));
  const named = [...names].map((name) => `\`${name}\``).join(", ");
  return [...told, `- ${rest.length} more, each with what to do in the pull request${named && `: ${named}`}.\n`];
}

/** What is about a whole operation, or asks for a plan, is told before what is about a part. */
function weigh({ kind }: Line): number {
  return kind === "deprecated-set" || kind.startsWith("operation-") ? 1 : 0;
}

function describeLine({ places, message }: Line): string {
  return `- ${namePlaces(places.map(quotePlace))}: ${message}\n`;
}

/** What may be the contract as differences, everything else by name. */
function listDocs(entries: readonly DocsEntry[]): string[] {
  const contract = entries.filter(({ isContract }) => isContract);
  const others = entries.filter(({ isContract }) => !isContract).map(({ owner }) => `\`${owner}\``);
  const shown = contract.slice(0, MOST.docs).map(({ owner, differences }) => {
    const [first = "", ...more] = differences;
    return `- \`${owner}\`: ${first}${more.length > 0 ? ` And ${more.length} more, in the pull request.` : ""}\n`;
  });
  const rest = contract.slice(MOST.docs).map(({ owner }) => `\`${owner}\``);
  if (rest.length > 0) shown.push(`- Also ${rest.join(", ")}, in the pull request.\n`);
  const sections = shown.length === 0 ? [] : [section(READ_THIS, shown)];
  return others.length === 0
    ? sections
    : [...sections, section(HEADINGS.docs, [`- ${[...new Set(others)].join(", ")}.\n`])];
}

/** The place as code, what is reached through it as text. */
function quotePlace(where: string): string {
  const at = where.indexOf(" (");
  return at < 0 ? `\`${where}\`` : `\`${where.slice(0, at)}\`${where.slice(at)}`;
}
