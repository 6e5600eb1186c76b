import { type JsonObject } from "@grid-sdk/openapi";
import { type Change, compareDocuments, groupChanges, type Level, type Line, namePlaces } from "@grid-sdk/spec-diff";

/** The page on the lines, whose middle is derived from the comparison of two fragments. */
export const LINES_PAGE_PATH = "docs/lines.md";

const BEGIN = "<!-- differences -->";
const END = "<!-- /differences -->";
/** Changes that do not affect a consumer's code, or that the compiler shows. */
const LEFT_OUT = new Set(["example-removed", "schema-added"]);
const HEADINGS: readonly (readonly [Level, string])[] = [
  ["breaking", "The compiler stops at code that uses these"],
  ["widening", "A `switch` has to handle these new cases"],
  ["minor", "New, and optional"],
];

/** The page with the differences between two fragments in its middle. Throws an `Error` if the page has no place for them. */
export function deriveLinesPage(page: string, before: JsonObject, after: JsonObject): string {
  const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${LINES_PAGE_PATH} needs the lines ${BEGIN} and ${END}.`);
  const changes = compareDocuments(before, after).filter(
    (change) => !LEFT_OUT.has(change.kind) && !isErrorCode(change),
  );
  const sections = HEADINGS.flatMap(([level, heading]) => {
    const lines = groupChanges(changes.filter((change) => change.level === level));
    return lines.length === 0 ? [] : [`**${heading}**\n\n${lines.map(describe).join("")}`];
  });
  return `${page.slice(0, start)}${BEGIN}\n\n${sections.join("\n")}\n${page.slice(end)}`;
}

/** A page with the day of a line's revision in the item that its list of the lines has for the line. */
export function setDay(page: string, name: string, date: string): string {
  const item = new RegExp(String.raw`^(- \*\*\`${name}\`\*\*.*? revision of )\d{4}-\d\d-\d\d`, "m");
  return page.replace(item, `$1${date}`);
}

/** Error codes are open: code that handles the known ones still works. */
function isErrorCode({ kind, place }: Change): boolean {
  return kind === "enum-value-added" && /^Error\d+$/.test(place.component ?? "") && place.path[0] === "code";
}

/** Only the fact: what to do about it depends on the code. */
function describe({ places, fact }: Line): string {
  const named = namePlaces(places, ({ at, reached }) => at.replace(/^\S+/, "`$&`") + (reached && ` (${reached})`));
  return `- ${named}: ${fact}.\n`;
}
