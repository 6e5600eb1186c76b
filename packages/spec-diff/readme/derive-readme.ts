import { type Case, type Chapter, chapters } from "../cases/index.ts";

const INTRODUCTION = `# @grid-sdk/spec-diff

What a new revision of an OpenAPI 3.1 document means for the code of those who use its SDK: each difference with its level, where it is, and what to do about it.

\`\`\`sh
npx -y pnpm@12 spec:diff <before> <after>              # two files or https URLs; --json, --markdown
npx -y pnpm@12 spec:cases                              # writes this page from the cases
\`\`\`

| level | release | code that was right |
|---|---|---|
| breaking | major | stops compiling, or is answered otherwise |
| widening | minor | still runs; a \`switch\` over all cases has to learn a new one |
| minor | minor | goes on as it was |
| docs | patch | goes on as it was, and reads otherwise |

What the comparison does not know is breaking, and stays so until a case says otherwise. \`scripts/specification/second-judge.test.ts\` holds every case against the compiler, which may never be stricter than the comparison: types against types, and ordinary code (every way to a property of a response, examples and made bodies as requests) under both revisions.

Private: the levels are those of the types that this repository generates, where an error code is open and a credential's type is closed. Published, they would be a promise about everybody's types. \`pnpm spec:diff\` is the way to use it on any document.

## How a comparison runs

| where | what |
|---|---|
| \`src/compare-documents.ts\` | two documents in, changes out |
| \`src/read/\` | what a document says, however it is written: references followed, \`allOf\` merged, unions with their discriminators |
| \`src/compare/\` | a file for each concern of operations; \`schema/\` those of schemas |
| \`src/judge/\` | findings: their level in the direction in which the data travels, and one change for each difference, however many operations it reaches. A change is data: its place, what carries it, its names, fact and advice |
| \`src/report/\` | changes in words: terminal, Markdown, JSON, changeset |
| \`cases/\` | the classification, a pair of documents for each row below |

## Where the level is not obvious

- null added to an answer, in whatever form: breaking, because code that reads the value fails, as with an optional one
- an error code added: minor, because the types take any other string already
- an error status removed: breaking, because code that tells it apart stops compiling
- a constraint of an answer loosened: breaking, because what was promised is promised no more
- an enum dropped from an answer: breaking, because the values that were promised are any value now
- a branch or a success status added to a response: breaking, because what could be read of any answer before is not there in the new one; widening where it is
- a default of a request changed or dropped: breaking, because what is left out means something else; a new one says what the server did already, and in a response it obliges nobody
- a named example of a response gone: breaking, because \`mock.reply\` is typed by the names; docs if the example is ours
- a value of a union that arrives through another branch: breaking if that lacks something, because it has not gone; the line says what is missing
- a plain schema becomes a union: widening, because each case is compared with what it was; what one of them lacks is breaking, for that case
- a pattern written otherwise: docs, because patterns are compared as the languages they accept; what is not regular is breaking
- a server's URL changed: breaking, because it is exported, and where requests are filtered it has to be allowed
- an object without properties gets one: breaking, because by its type it could have any; now it has the declared ones alone
- an \`x-\` field: breaking, because a tool may act on it, and the comparison cannot know
- the version of the API changed: minor, because \`API_VERSION\` is exported, and no call depends on it
- what else \`info\` says, tags, what examples hold: docs, because no type and no request depends on them

## The cases

To change a rule, change or add its case first, then the comparison, then write this page anew.
`;

/** The package's README: the classification as a table, from the cases. */
export function deriveReadme(): string {
  return [INTRODUCTION, ...chapters.map(describeChapter)].join("\n");
}

function describeChapter({ title, cases }: Chapter): string {
  const rows = Map.groupBy(cases, ({ name }) => name.replace(/, in a (?:request|response)$/, ""));
  const lines = [...rows].map(([name, group]) => `| ${escapeCell(name)} | ${describeLevels(group)} |\n`);
  return `### ${title}\n\n| when | level |\n|---|---|\n${lines.join("")}`;
}

/** The level, or the level in each direction where they differ. */
function describeLevels(group: readonly Case[]): string {
  const [level, ...others] = new Set(group.map((one) => one.level));
  if (level === undefined || others.length === 0) return level ?? "";
  return group
    .map((one) => `${one.level} ${/, (in a (?:request|response))$/.exec(one.name)?.[1] ?? ""}`.trim())
    .join(", ");
}

function escapeCell(text: string): string {
  return text.replaceAll("|", String.raw`\|`);
}
