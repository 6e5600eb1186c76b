import type { Change } from "../../judge/change.ts";
import type { Fact } from "../../facts/facts.ts";
import { describePlace, type Where } from "../describe-place.ts";
import { groupChanges, type Line, namePlaces } from "../group-changes.ts";

/** With a link to all of it, so many lines of each section, the rest only by name: a changelog is read to its end. */
export const MOST = { read: 9, breaking: 10, widening: 4, minor: 4, docs: 3 };

export function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `**${heading}**\n\n${lines.join("")}`;
}

/** A line for each change, those about whole operations first, and one for all that are left. */
export function listLines(changes: readonly Change[], most: number, pullRequest: string | undefined): string[] {
  const lines = groupChanges(changes).toSorted((a, b) => Number(isWhole(b)) - Number(isWhole(a)));
  const texts = lines.map((line) => ({
    changes: line.changes,
    text: `- ${[placesOf(line), line.message].filter(Boolean).join(" ")}\n`,
  }));
  return nameBeyond(texts, most, pullRequest);
}

export function limit<T>(lines: readonly T[], most: number, pullRequest: string | undefined): readonly T[] {
  return pullRequest === undefined || lines.length <= most ? lines : lines.slice(0, most - 1);
}

interface Text {
  readonly text: string;
  readonly changes: readonly Change[];
}

/** As many lines as are listed, and one that names what the others are about: every name is somewhere. */
export function nameBeyond(lines: readonly Text[], most: number, pullRequest: string | undefined): string[] {
  const kept = limit(lines, most, pullRequest);
  const texts = kept.map(({ text }) => text);
  const rest = lines.slice(kept.length);
  if (rest.length === 0) return texts;
  const subjects = new Set(kept.flatMap((line) => line.changes.map(({ subject }) => subject)));
  const unnamed = rest.flatMap((line) => line.changes).filter(({ subject }) => !subjects.has(subject));
  const names = [...new Set(unnamed.map(nameBriefly))].join(", ");
  const named = names === "" ? "" : `: ${names}`;
  return [...texts, `- ${rest.length} more, each with what to do in [the pull request](${pullRequest})${named}.\n`];
}

/** Whether it is about whole operations. */
function isWhole({ kind }: Line): boolean {
  return kind.startsWith("operation-");
}

/** Kinds whose sentence names the place itself. */
const NAMED: ReadonlySet<Fact["kind"]> = new Set<Fact["kind"]>([
  "operation-added",
  "operation-removed",
  "schema-added",
  "schema-removed",
]);

export function placesOf({ places, kind, level, quotes }: Line): string {
  if (NAMED.has(kind) && !(level !== "minor" && quotes.length > 0)) return "";
  return `${namePlaces(places, quoteWhere)}:`;
}

/** The place as code, what is reached through it as text. */
function quoteWhere({ at, reached }: Where): string {
  return reached === "" ? `\`${at}\`` : `\`${at}\` (${reached})`;
}

/** A name with where it belongs. */
function nameBriefly(change: Change): string {
  const { subject, contexts, fact, place } = change;
  const [context] = contexts;
  if (NAMED.has(fact.kind)) return `\`${subject}\``;
  if (place.component !== undefined) {
    const { at } = describePlace(change);
    return [place.component, ...place.path].includes(subject) ? `\`${at}\`` : `\`${subject}\` of \`${at}\``;
  }
  return context ? `\`${subject}\` of \`${context.operation}\`` : `\`${subject}\``;
}
