import { reportMarkdown } from "@grid-sdk/spec-diff";
import { listNextSteps } from "./next-steps.ts";
import type { UpdatePlan } from "./plan-update.ts";

/** GitHub's bound for the body of a pull request, in characters. */
const MAX_LENGTH = 65_536;
const CUT = "\n\nThe rest is in the changeset, and in `pnpm spec:diff`.\n";

/** An update as the body of a pull request: its first line is the level, then what to look at, then all changes. */
export function writePullRequest(plan: UpdatePlan): string {
  const [level = "", ...changes] = reportMarkdown(plan.changes).split("\n");
  const sections = [
    level,
    `## To look at\n\n${toList(listNextSteps(plan).map((step) => `[ ] ${step}`))}`,
    plan.leftOut.length > 0 && `## Left out\n\n${toList(plan.leftOut.map(({ what, why }) => `${what}: ${why}.`))}`,
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
