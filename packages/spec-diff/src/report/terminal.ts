import { styleText } from "node:util";
import { describeProblem } from "@grid-sdk/openapi";
import { bumpOf, type Change, type Level } from "../judge/change.ts";
import { describeBump } from "./describe-bump.ts";
import { groupChanges, namePlaces } from "./group-changes.ts";
import { groupDocs } from "./group-docs.ts";
import type { Output, Report, Update } from "./report.ts";
import { capitalize } from "./words.ts";

const COLOURS = { breaking: "red", widening: "yellow", minor: "green", docs: "gray" } as const satisfies Record<
  Level,
  string
>;
const LEVEL_WIDTH = 8;
const GAP = "  ";

/** The report as a table for people, in colour if the output shows colours. */
export function renderTerminal({ changes, revision, update }: Report, output: Output): string {
  if (update?.files.length === 0) return `Nothing to do: ${revision?.line.fragment} is up to date.\n`;
  return tabulate(changes, output) + (update ? describeUpdate(update) : "");
}

function tabulate(changes: readonly Change[], stream: Output): string {
  const summary = capitalize(describeBump(bumpOf(changes), changes));
  if (changes.length === 0) return `${summary}\n`;
  const lines = [
    ...groupChanges(
      changes.filter(({ level }) => level !== "docs"),
      true,
    ).map(({ level, places, message, quotes }) => ({
      level,
      where: namePlaces(places),
      message: [message, ...quotes.map((quote) => `“${quote}”`)].join(" "),
    })),
    ...groupDocs(changes).map(({ owner, differences }) => ({
      level: "docs" as const,
      where: owner,
      message: differences.join(" "),
    })),
  ];
  const width = Math.max(stream.columns ?? 120, 60) - LEVEL_WIDTH - 2 * GAP.length;
  const whereWidth = Math.min(Math.floor(width * 0.45), Math.max(...lines.map(({ where }) => where.length), 5));
  const paint = (format: Parameters<typeof styleText>[0], text: string) => styleText(format, text, { stream });

  const rows = lines.flatMap(({ level, where, message }) => {
    const [left, right] = [wrap(where, whereWidth), wrap(message, width - whereWidth)];
    return Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
      [
        at === 0 ? paint(COLOURS[level], level.padEnd(LEVEL_WIDTH)) : " ".repeat(LEVEL_WIDTH),
        (left[at] ?? "").padEnd(whereWidth),
        right[at] ?? "",
      ]
        .join(GAP)
        .trimEnd(),
    );
  });
  const head = ["level".padEnd(LEVEL_WIDTH), "where".padEnd(whereWidth), "what it means"].join(GAP);
  return `${paint("bold", summary)}\n\n${paint("dim", head)}\n${rows.join("\n")}\n`;
}

/** Breaks a text between words, and a word that is too long for a line within itself. */
function wrap(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ").flatMap((whole) => whole.match(new RegExp(`.{1,${width}}`, "gu")) ?? [])) {
    const line = lines.at(-1) ?? "";
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function describeUpdate({ files, leftOut, unsound, advice, leftToDo, dryRun }: Update): string {
  const steps = leftToDo.map((step, at) => `${at + 1}. ${step}\n`).join("");
  const sections = [
    leftOut.length > 0 && `Left out:\n${list(leftOut.map(({ what, why }) => `${what}: ${why}.`))}`,
    unsound.length > 0 &&
      `References that lead nowhere, in parts that are not selected:\n${list(unsound.map(describeProblem))}`,
    advice.length > 0 && `Advice for the API's owners: ${advice.length} style findings (\`pnpm lint:openapi\`).\n`,
    `${dryRun ? "Would write" : "Wrote"} ${files.join(", ")}.\n`,
    `${dryRun ? "Would be left" : "Left"} to do:\n${steps}`,
  ];
  return sections.flatMap((text) => (text ? [`\n${text}`] : [])).join("");
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}\n`).join("");
}
