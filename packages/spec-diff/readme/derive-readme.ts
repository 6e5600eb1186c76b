import { type Case, type Chapter, chapters } from "../cases/index.ts";

const INTRODUCTION = `# @grid-sdk/spec-diff

Shows what a new revision of an OpenAPI 3.1 document means for code that uses its SDK: each difference with its level, its place, and what to do.

\`\`\`sh
npx -y pnpm@12 spec:diff <before> <after>              # files, https URLs or lines; --json, --markdown
npx -y pnpm@12 spec:cases                              # writes this page from the cases
\`\`\`

- **breaking** (a major release): existing code stops compiling, or gets other responses
- **widening** (minor): existing code still runs; a \`switch\` over all cases must handle a new one
- **minor** (minor): existing code works as before
- **docs** (patch): existing code works as before; its documentation changed

A change that the comparison does not know is breaking until a case says something else. \`scripts/specification/second-judge.test.ts\` checks every case with the TypeScript compiler: it compares the types of both revisions, and compiles ordinary code under both (every way to a property of a response, examples and made bodies as requests). The compiler is never stricter than the comparison.

This package is private: its levels are those of the types that this repository generates, where an error code is open and a credential's type is closed. They would be wrong for other types. \`pnpm spec:diff\` compares any two documents.

## How a comparison runs

- \`src/compare-documents.ts\`: two documents in, changes out
- \`src/read/\`: what a document says, however it is written: references followed, \`allOf\` merged, unions with their discriminators. \`keywords.ts\` has a row for each keyword; \`@grid-sdk/openapi\` knows which keywords contain schemas and which are documentation
- \`src/compare/\`: one file for each part of operations; \`schema/\` for each part of schemas
- \`src/judge/\`: findings: their level in the direction in which the data travels, and one change for each difference, however many operations it reaches. A change is data: its place, the operations that carry it, its name, and a fact (\`facts.ts\`)
- \`src/report/\`: changes in words: \`facts/\` has one sentence for each kind of fact. One file for each form of a report: terminal, Markdown, JSON, changeset, pull request; \`renderers.ts\` lists them for the commands
- \`cases/\`: the classification: a pair of documents for each row below

Comparisons keep nothing: what one reads of a document is forgotten when it ends.

## Levels that are not obvious

- null added to a response, in any form: breaking, because code that reads the value fails, as with an optional one
- an error code added: minor, because the types already allow any other string
- an error status removed: breaking, because code that checks for it stops compiling
- a constraint of a response loosened: breaking, because code may rely on it
- an enum dropped from a response: breaking, because code may rely on the values
- a branch or a success status added to a response: breaking if it lacks something that code could read of every response before; otherwise widening
- a default of a request changed or dropped: breaking, because an omitted value means something else; a new default says what the server did before, and in a response it has no effect
- a named example of a response removed: breaking, because the names are in the type of \`mock.reply\`; docs if the example is ours
- a value of a union that arrives through another branch: breaking if that branch lacks something; the report says what is missing
- a plain schema becomes a union: widening, because each case is compared with the former schema; a case that lacks something is breaking
- a pattern written differently: docs, because the comparison computes which strings patterns allow; patterns that are not regular are breaking
- a server's URL changed: breaking, because the SDK exports it, and networks that filter requests must allow it
- an object without properties gets one: breaking, because before, its type allowed any property; now only the declared ones
- an \`x-\` field: breaking, because a tool may use it, and the comparison cannot know
- the version of the API changed: minor, because the SDK exports \`API_VERSION\`, but no call depends on it
- other fields of \`info\`, tags, contents of examples: docs, because no type and no request depends on them

## The cases

To change a rule, first change or add its case, then the comparison, then write this page again.
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
