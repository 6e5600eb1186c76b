import type { Change } from "../../judge/change.ts";
import { describePlace, type Where } from "../describe-place.ts";
import { groupChanges, type Line, namePlaces } from "../group-changes.ts";

/** With a link to all of it, so many lines of each section, the rest by name alone: a changelog is read to its end. */
export const MOST = { read: 9, breaking: 10, widening: 4, minor: 4, docs: 3 };

export function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `**${heading}**\n\n${lines.join("")}`;
}

/** A line for each change, and one for all that are left, so that every name stands somewhere. */
export function listLines(changes: readonly Change[], most: number, pullRequest: string | undefined): string[] {
  const lines = groupChanges(changes).toSorted((a, b) => Number(isWhole(b)) - Number(isWhole(a)));
  const told = limit(lines, most, pullRequest).map(
    (line) => `- ${[placesOf(line), line.message].filter(Boolean).join(" ")}\n`,
  );
  const rest = lines.slice(told.length);
  if (rest.length === 0) return told;
  return [
    ...told,
    nameRest(
      rest.length,
      rest.flatMap((line) => line.changes),
      told,
      pullRequest,
    ),
  ];
}

export function limit<T>(lines: readonly T[], most: number, pullRequest: string | undefined): readonly T[] {
  return pullRequest === undefined || lines.length <= most ? lines : lines.slice(0, most - 1);
}

export function nameRest(
  count: number,
  changes: readonly Change[],
  told: readonly string[],
  pullRequest: string | undefined,
): string {
  const text = told.join("");
  const names = new Set(changes.filter(({ subject }) => !text.includes(`\`${subject}\``)).map(nameBriefly));
  const named = names.size === 0 ? "" : `: ${[...names].join(", ")}`;
  return `- ${count} more, each with what to do in [the pull request](${pullRequest})${named}.\n`;
}

/** What is about a whole operation is told before what is about a part. */
function isWhole({ kind }: Line): boolean {
  return kind.startsWith("operation-");
}

/** Kinds whose sentence names the place itself. */
const NAMED = /^(?:operation|schema)-(?:added|removed)$/;

export function placesOf({ places, kind, level, quotes }: Line): string {
  if (NAMED.test(kind) && !(level !== "minor" && quotes.length > 0)) return "";
  return `${namePlaces(places, quoteWhere)}:`;
}

/** The place as code, what is reached through it as text. */
function quoteWhere({ at, reached }: Where): string {
  return reached === "" ? `\`${at}\`` : `\`${at}\` (${reached})`;
}

/** A name with where it belongs. */
function nameBriefly(change: Change): string {
  const { subject, contexts, kind, place } = change;
  const [context] = contexts;
  if (NAMED.test(kind)) return `\`${subject}\``;
  if (place.component !== undefined) {
    const { at } = describePlace(change);
    return at.split("/").includes(subject) ? `\`${at}\`` : `\`${subject}\` of \`${at}\``;
  }
  return context ? `\`${subject}\` of \`${context.operation}\`` : `\`${subject}\``;
}
