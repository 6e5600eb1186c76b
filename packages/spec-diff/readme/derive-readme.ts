import { type Case, type Chapter, chapters } from "../cases/index.ts";

/** The package's README, with the classification as tables from the cases. The text before the tables stays. */
export function deriveReadme(readme: string): string {
  const [introduction = ""] = readme.split(/^### /m, 1);
  return introduction + chapters.map(describeChapter).join("\n");
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
