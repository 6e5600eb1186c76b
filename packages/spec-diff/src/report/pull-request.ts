import { describeProblem } from "@grid-sdk/openapi";
import { describeBump } from "./describe-bump.ts";
import { fit } from "./fit.ts";
import { listChanges } from "./markdown.ts";
import { nameRevision, type Report, type Update } from "./report.ts";
import { capitalize } from "../facts/words.ts";

/** The body of a pull request: its first line, the title, is the revision and its level; then what to check, then all changes. */
export function renderPullRequest({ changes, revision, update }: Report): string {
  const level = describeBump(changes);
  const title = revision ? `${nameRevision(revision)}: ${level}\n` : `${capitalize(level)}\n`;
  const listed = listChanges(changes);
  return fit([
    title,
    ...(update ? listUpdate(update) : []),
    ...(listed.length > 0 ? ["\n## Changes\n", ...listed] : []),
  ]);
}

function listUpdate({ leftToDo, leftOut, unsound, advice }: Update): string[] {
  const sections: readonly (readonly [title: string, items: readonly string[]])[] = [
    ["To check", leftToDo.map((step) => `[ ] ${step}`)],
    ["Left out", leftOut.map(({ what, why }) => `${what}: ${why}.`)],
    ["Parts that cannot be read, none of them selected", unsound.map(describeProblem)],
  ];
  const listed = sections
    .filter(([, items]) => items.length > 0)
    .flatMap(([title, items]) => [`\n## ${title}\n\n`].concat(items.map((item) => `- ${item}\n`)));
  const count = `Style findings: ${advice.length}. They are listed by \`pnpm lint:openapi\`.\n`;
  return advice.length > 0 ? [...listed, `\n## Advice for the API's owners\n\n${count}`] : listed;
}
