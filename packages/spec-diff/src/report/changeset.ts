import { bumpOf, type Change, type Level } from "../judge/change.ts";
import { listContract, listOtherDocs } from "./changeset/list-docs.ts";
import { listLines, MOST, section } from "./changeset/list-lines.ts";
import { listReading } from "./changeset/list-reading.ts";
import { countChanges } from "./describe-bump.ts";

const READ_THIS = "Read this before you upgrade: what the specification says of what is new or changed";
const HEADINGS: Record<Exclude<Level, "docs">, string> = {
  breaking: "Breaking: change your code where it uses these",
  widening: "Wider responses: exhaustive switches over these stop compiling until they handle the new case",
  minor: "Added or relaxed: nothing to do",
};

/** What a changeset of another line than the default begins with. */
export const NOTHING_CHANGES = "**Default entry: nothing changes.** ";

/** What a changeset is about. */
export interface ChangesetSubject {
  readonly line: { readonly name: string; readonly entry: string };
  /** The day of the revision, if anybody says it. */
  readonly date: string | undefined;
  readonly apiVersion: string;
  /** Whether the default line has changes for the same release. */
  readonly hasDefaultChanged: boolean;
  /** The packages that have the line. */
  readonly packages: readonly string[];
  /** Where all of it can be read; without it, the changeset has all of it. */
  readonly pullRequest?: string | undefined;
}

/** A changeset for consumers: what changed, and what each change asks of them. With a link it is under 60 lines. */
export function writeChangeset(changes: readonly Change[], subject: ChangesetSubject): string {
  const { pullRequest } = subject;
  const bump = bumpOf(changes);
  const read = listReading(changes, pullRequest);
  // What the specification asks something about is never under "nothing to do".
  const unasked = changes.filter((change) => !read.changes.has(change));
  const sections = [
    section(READ_THIS, read.lines),
    listLevel("breaking", changes, pullRequest),
    listLevel("widening", changes, pullRequest),
    listContract(changes, pullRequest),
    listLevel("minor", unasked, pullRequest),
    listOtherDocs(changes),
  ];
  const text = sections.filter(Boolean).join("\n");
  return `${writeHead(subject.packages, bump)}${writeTitle(subject, bump)}: ${countChanges(changes)}.\n\n${text}`;
}

function listLevel(level: keyof typeof HEADINGS, changes: readonly Change[], pullRequest: string | undefined): string {
  const own = changes.filter((change) => change.level === level);
  return section(HEADINGS[level], listLines(own, MOST[level], pullRequest));
}

/** A changeset for packages that are released with the others and have nothing of the line. */
export function writeOthersChangeset(changes: readonly Change[], subject: ChangesetSubject): string {
  const { line, packages } = subject;
  const bump = bumpOf(changes);
  const title = `Nothing changes here: released with the packages that have the line \`${line.name}\`, see their changelog.`;
  return `${writeHead(packages, bump)}${title}\n`;
}

function writeHead(packages: readonly string[], bump: string): string {
  return `---\n${packages.map((name) => `"${name}": ${bump}\n`).join("")}---\n\n`;
}

/** Which line, and of which day. A major release is none for those who use the default entry, unless it changes too. */
function writeTitle({ line, date, apiVersion, hasDefaultChanged }: ChangesetSubject, bump: string): string {
  const isForOthers = bump === "major" && line.entry !== "." && !hasDefaultChanged;
  return `${isForOthers ? NOTHING_CHANGES : ""}${nameRevision({ line, date })} (Grid API \`${apiVersion}\`)`;
}

/** The line and the day of a revision. */
export function nameRevision({ line, date }: Pick<ChangesetSubject, "line" | "date">): string {
  return `Line \`${line.name}\`, revision of ${date ?? "an unknown day"}`;
}
