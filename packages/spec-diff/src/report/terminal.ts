import { describeProblem } from "@grid-sdk/openapi";
import { createTerminal, formatTable, type Output, wrapText } from "@grid-sdk/terminal";
import type { Change, Level } from "../judge/change.ts";
import { describeBump } from "./describe-bump.ts";
import { groupChanges, namePlaces } from "./group-changes.ts";
import { groupDocs } from "./group-docs.ts";
import type { Report, Update } from "./report.ts";
import { capitalize } from "../facts/words.ts";

const COLOURS = { breaking: "red", widening: "yellow", minor: "green", docs: "gray" } as const satisfies Record<
  Level,
  string
>;
/** In columns, for output that is not a terminal. */
const PIPED_WIDTH = 120;

/** The report as a table for people, in colour if the output shows colours. */
export function renderTerminal({ changes, revision, update }: Report, output: Output): string {
  if (update?.files.length === 0) return `Nothing to do: ${revision?.line.fragment} is up to date.\n`;
  return tabulate(changes, output) + (update ? describeUpdate(update) : "");
}

function tabulate(changes: readonly Change[], stream: Output): string {
  const summary = capitalize(describeBump(changes));
  if (changes.length === 0) return `${summary}\n`;
  const lines = groupChanges(
    changes.filter(({ level }) => level !== "docs"),
    true,
  );
  const rows = [
    ["level", "where", "what it means"],
    ...lines.map(({ level, places, message, quotes }) => [
      level,
      namePlaces(places),
      [message, ...quotes.map((quote) => `“${quote}”`)].join(" "),
    ]),
    ...groupDocs(changes).map(({ owner, differences }) => ["docs", owner, differences.join(" ")]),
  ];
  const terminal = createTerminal(stream, PIPED_WIDTH);
  const title = wrapText(summary, terminal.width).join("\n");
  return `${terminal.paint("bold", title)}\n\n${formatTable(rows, terminal, { styleOf })}\n`;
}

function styleOf(cell: string, column: number, row: number) {
  if (row === 0) return "dim";
  return column === 0 ? COLOURS[cell as Level] : undefined;
}

function describeUpdate({ files, leftOut, unsound, advice, leftToDo, dryRun }: Update): string {
  const steps = leftToDo.map((step, at) => `${at + 1}. ${step}\n`).join("");
  const sections = [
    leftOut.length > 0 && `Left out:\n${list(leftOut.map(({ what, why }) => `${what}: ${why}.`))}`,
    unsound.length > 0 && `Parts that cannot be read, none of them selected:\n${list(unsound.map(describeProblem))}`,
    advice.length > 0 && `Advice for the API's owners: ${advice.length} style findings (\`pnpm lint:openapi\`).\n`,
    `${dryRun ? "Would write" : "Wrote"} ${files.join(", ")}.\n`,
    `${dryRun ? "Would be left" : "Left"} to do:\n${steps}`,
  ];
  return sections.flatMap((text) => (text ? [`\n${text}`] : [])).join("");
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}\n`).join("");
}
