import { describeProblem } from "@grid-sdk/openapi";
import { nameRevision, reportMarkdown } from "@grid-sdk/spec-diff";
import { listNextSteps } from "./next-steps.ts";
import type { UpdatePlan } from "./plan-update.ts";

/** GitHub's bound for the body of a pull request, in characters. */
const MAX_LENGTH = 65_536;
const CUT = "\n\nThe rest is in the changeset, and in `pnpm spec:diff`.\n";

/** An update as the body of a pull request: its first line is the revision and its level, then what to look at, then all changes. */
export function writePullRequest(plan: UpdatePlan): string {
  const [level = "", ...changes] = reportMarkdown(plan.changes).split("\n");
  const title = `${nameRevision(plan)}: ${level.slice(0, 1).toLowerCase()}${level.slice(1)}`;
  const sections = [
    title,
    `## To look at\n\n${toList(listNextSteps(plan).map((step) => `[ ] ${step}`))}`,
    plan.leftOut.length > 0 && `## Left out\n\n${toList(plan.leftOut.map(({ what, why }) => `${what}: ${why}.`))}`,
    plan.unsound.length > 0 &&
      `## References that lead nowhere, in what is not selected\n\n${toList(plan.unsound.map(describeProblem))}`,
    plan.advice.length > 0 &&
      `## Advice for the API's owners\n\n${plan.advice.length} findings of style: \`pnpm lint:openapi\`.`,
    `## Changes\n\n${changes.join("\n").trim()}`,
  ];
  const text = `${sections.filter(Boolean).join("\n\n")}\n`;
  if (text.length <= MAX_LENGTH) return text;
  const kept = text.slice(0, MAX_LENGTH - CUT.length);
  return kept.slice(0, kept.lastIndexOf("\n")) + CUT;
}

function toList(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
