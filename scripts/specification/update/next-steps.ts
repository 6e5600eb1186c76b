import type { UpdatePlan } from "./plan-update.ts";

type Known = Pick<
  UpdatePlan,
  | "line"
  | "dated"
  | "taken"
  | "replaced"
  | "lost"
  | "changes"
  | "changeset"
  | "examples"
  | "unfit"
  | "unused"
  | "said"
  | "date"
>;

/** What a maintainer still has to do once the files are written. */
export function listNextSteps({
  line,
  dated,
  taken,
  replaced,
  lost,
  changes,
  changeset,
  examples,
  unfit,
  unused,
  said,
  date,
}: Known): string[] {
  const levels = new Set(changes.map(({ level }) => level));
  const steps: string[] = [];
  if (changeset !== undefined) {
    steps.push(`Read ${changeset} as a consumer would, and add what the report cannot know.`);
  }
  if (date === undefined)
    steps.push("Run it again with --date YYYY-MM-DD, the day of this revision: errors and types name it.");
  if (dated && dated.pages.length > 0)
    steps.push(
      `These pages name ${dated.day}, the former day of ${line.name}; replace it where they mean the line: ${dated.pages.join(", ")}.`,
    );
  if (taken.length > 0)
    steps.push(
      `Rewrite the API's own words in ${line.upstream} in ours, then run \`pnpm spec:update ${line.upstream}\`: ${listPlaces("taken", taken)}.`,
    );
  if (replaced.length > 0)
    steps.push(
      `Compare our examples in ${line.overlay} with the API's new ones, which they replace: ${listPlaces("replaced", replaced)}.`,
    );
  if (lost.length > 0)
    steps.push(
      `Texts that only we had are gone from ${line.upstream}, because their places are gone; add those that still apply at the new places: ${listPlaces("lost", lost)}.`,
    );
  if (levels.has("breaking")) {
    steps.push("Breaking: adapt what uses what changed; `pnpm test` names it.");
  }
  if (unfit.length > 0) {
    const list = unfit.map(({ what }) => what).join("; ");
    steps.push(`Fix what does not fit any more, if it is ours in ${line.overlay}: ${list}.`);
  }
  if (examples.remade.length > 0) {
    const list = examples.remade.map(({ what, why }) => `${what} (${why})`).join("; ");
    steps.push(
      `Check these examples of ours, which did not fit any more and were completed under their names, and update them in ${line.overlay}: ${list}.`,
    );
  }
  if (examples.made.length > 0) {
    steps.push(
      `Write real examples in ${line.overlay} instead of those made from the schema (x-made): ${examples.made.join("; ")}.`,
    );
  }
  if (examples.missing.length > 0) {
    steps.push(
      `Write examples in ${line.overlay}; none could be made from the schema: ${examples.missing.join("; ")}.`,
    );
  }
  for (const { target } of unused)
    steps.push(`${line.overlay}: ${target} does not exist; fix the action or remove it.`);
  for (const { target } of said) steps.push(`${line.overlay}: upstream has what ${target} adds; remove the action.`);
  steps.push("pnpm test");
  steps.push("Commit everything together.");
  return steps;
}

/** How many places are listed one by one. */
const SHOWN_PLACES = 20;

/** The places, or as many as a reader looks at, and where the others are. `name` is the field of the JSON report. */
function listPlaces(name: string, places: readonly string[]): string {
  const shown = places.slice(0, SHOWN_PLACES).join(", ");
  const more = places.length - SHOWN_PLACES;
  return more > 0 ? `${shown}, and ${more} more; \`--json\` lists them all as \`${name}\`` : shown;
}
