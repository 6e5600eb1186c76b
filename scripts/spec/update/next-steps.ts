import type { UpdatePlan } from "./plan-update.ts";

/** What a maintainer still has to do once the files are written. */
export function listNextSteps({ changes, changeset }: Pick<UpdatePlan, "changes" | "changeset">): string[] {
  const levels = new Set(changes.map(({ level }) => level));
  const steps: string[] = [];
  if (changeset !== undefined) {
    steps.push(`Read ${changeset} as a consumer would, and say there what the report cannot know.`);
  }
  steps.push("pnpm test");
  if (levels.has("breaking")) {
    steps.push("Breaking: adapt packages/client/examples, the README and the tests that use what changed.");
  }
  if (levels.has("widening"))
    steps.push("Widening: give the new cases examples, and handle them where the README switches.");
  if (changes.some(({ kind }) => kind === "operation-added")) {
    steps.push("A new operation: it is a method of the client already; add it to the tests of operations.");
  }
  steps.push("Commit everything together.");
  return steps;
}
