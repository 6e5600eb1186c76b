import { bumpOf, type Change, countChanges, type Level, LEVELS } from "@grid-sdk/spec-diff";
import { PACKAGES } from "../../workspace/packages.ts";

const HEADINGS: Record<Level, string> = {
  breaking: "Breaking: change your code where it uses these",
  widening: "Wider answers: exhaustive switches over these stop compiling until they handle the new case",
  minor: "Added or relaxed: nothing to do",
  docs: "Documentation",
};

/** A changeset for consumers: what changed, and what each change asks of them. */
export function writeChangeset(changes: readonly Change[], apiVersion: string): string {
  const bump = bumpOf(changes);
  const packages = PACKAGES.map((name) => `"@grid-sdk/${name}": ${bump}\n`).join("");
  const sections = LEVELS.flatMap((level) => {
    const lines = changes
      .filter((change) => change.level === level)
      .map(({ where, message }) => `- ${quotePlace(where)}: ${message}\n`);
    return lines.length === 0 ? [] : [`**${HEADINGS[level]}**\n\n${[...new Set(lines)].join("")}`];
  });
  return `---\n${packages}---\n\nGrid API \`${apiVersion}\`: ${countChanges(changes)}.\n\n${sections.join("\n")}`;
}

/** The place as code, what is reached through it as text. */
function quotePlace(where: string): string {
  const at = where.indexOf(" (");
  return at < 0 ? `\`${where}\`` : `\`${where.slice(0, at)}\`${where.slice(at)}`;
}
