import { bumpOf, type Change, type Level } from "../judge/change.ts";
import { listContract, listOtherDocs } from "./changeset/list-docs.ts";
import { listLines, MOST, section } from "./changeset/list-lines.ts";
import { listReading } from "./changeset/list-reading.ts";
import { countChanges } from "./describe-bump.ts";
import { READ_THIS } from "./markdown.ts";
import { nameRevision, type Report, type RevisionOfLine } from "./report.ts";

const HEADINGS: Record<Exclude<Level, "docs">, string> = {
  breaking: "Breaking: change your code where it uses these",
  widening: "Wider responses: exhaustive switches over these stop compiling until they handle the new case",
  minor: "Added or relaxed: nothing to do",
};

/** What a changeset of another line than the default begins with. */
export const NOTHING_CHANGES = "**Default entry: nothing changes.** ";

/** A changeset for consumers: what changed, and what they have to do. With a link it is under 60 lines. */
export function renderChangeset({ changes, revision }: Report): string {
  const pullRequest = revision?.pullRequest;
  const bump = bumpOf(changes);
  const read = listReading(changes, pullRequest);
  // A change that the specification requires something for is never under "nothing to do".
  const unasked = changes.filter((change) => !read.changes.has(change));
  const sections = [
    section(READ_THIS, read.lines),
    listLevel("breaking", changes, pullRequest),
    listLevel("widening", changes, pullRequest),
    listContract(changes, pullRequest),
    listLevel("minor", unasked, pullRequest),
    listOtherDocs(changes),
  ];
  const title = revision ? `${writeTitle(revision, bump)}: ` : "";
  const head = writeHead(revision?.packages ?? [], bump);
  return `${head}${title}${countChanges(changes)}.\n\n${sections.filter(Boolean).join("\n")}`;
}

function listLevel(level: keyof typeof HEADINGS, changes: readonly Change[], pullRequest: string | undefined): string {
  const own = changes.filter((change) => change.level === level);
  return section(HEADINGS[level], listLines(own, MOST[level], pullRequest));
}

/** A changeset for packages that are released with the others and do not have the line. */
export function writeOthersChangeset(changes: readonly Change[], { line, packages }: RevisionOfLine): string {
  const title = `Nothing changes here: it is released with the packages that have the line \`${line.name}\`. See their changelog.`;
  return `${writeHead(packages, bumpOf(changes))}${title}\n`;
}

function writeHead(packages: readonly string[], bump: string): string {
  return `---\n${packages.map((name) => `"${name}": ${bump}\n`).join("")}---\n\n`;
}

/** The line and its day. A major release changes nothing for users of the default entry, unless that changes too. */
function writeTitle(revision: RevisionOfLine, bump: string): string {
  const { line, apiVersion, hasDefaultChanged } = revision;
  const isForOthers = bump === "major" && line.entry !== "." && !hasDefaultChanged;
  return `${isForOthers ? NOTHING_CHANGES : ""}${nameRevision(revision)} (Grid API \`${apiVersion}\`)`;
}
