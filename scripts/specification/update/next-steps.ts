import type { UpdatePlan } from "./plan-update.ts";

type Known = Omit<UpdatePlan, "revision" | "files" | "leftOut" | "unsound" | "advice">;

/** What a maintainer still has to do once the files are written. */
export function listNextSteps(plan: Known): string[] {
  const { line, changeset, dated, taken, replaced, lost, unfit, examples } = plan;
  const steps: (string | false)[] = [
    changeset !== undefined && `Read ${changeset} as a consumer would, and add what the report cannot know.`,
    plan.date === undefined &&
      "Run it again with --date YYYY-MM-DD, the day of this revision: errors and types name it.",
    dated !== undefined &&
      dated.pages.length > 0 &&
      `These pages name ${dated.day}, the former day of ${line.name}; replace it where they mean the line: ${dated.pages.join(", ")}.`,
    taken.length > 0 &&
      `Rewrite the API's own words in ${line.upstream} in ours, then run \`pnpm spec:update ${line.upstream}\`: ${listPlaces("taken", taken)}.`,
    replaced.length > 0 &&
      `Compare our examples in ${line.overlay} with the API's new ones, which they replace: ${listPlaces("replaced", replaced)}.`,
    lost.length > 0 &&
      `Texts that only we had are gone from ${line.upstream}, because their places are gone; add those that still apply at the new places: ${listPlaces("lost", lost)}.`,
    plan.changes.some(({ level }) => level === "breaking") &&
      "Breaking: adapt what uses what changed; `pnpm test` names it.",
    unfit.length > 0 &&
      `Fix what does not fit any more, if it is ours in ${line.overlay}: ${unfit.map(({ what }) => what).join("; ")}.`,
    examples.remade.length > 0 &&
      `Check these examples of ours, which did not fit any more and were completed under their names, and update them in ${line.overlay}: ${examples.remade.map(({ what, why }) => `${what} (${why})`).join("; ")}.`,
    examples.made.length > 0 &&
      `Write real examples in ${line.overlay} instead of those made from the schema (x-made): ${examples.made.join("; ")}.`,
    examples.missing.length > 0 &&
      `Write examples in ${line.overlay}; none could be made from the schema: ${examples.missing.join("; ")}.`,
    ...plan.unused.map(({ target, copy }) => {
      const orCopy = copy === undefined ? "" : `, or ${copy} is not one value of the same kind`;
      return `${line.overlay}: ${target} does not exist${orCopy}; fix the action or remove it.`;
    }),
    ...plan.said.map(({ target }) => `${line.overlay}: upstream has what ${target} adds; remove the action.`),
    "pnpm test",
    "Commit everything together.",
  ];
  return steps.filter((step) => step !== false);
}

/** How many places are listed one by one. */
const SHOWN_PLACES = 20;

/** The places, or as many as a reader looks at, and where the others are. `name` is the field of the JSON report. */
function listPlaces(name: string, places: readonly string[]): string {
  const shown = places.slice(0, SHOWN_PLACES).join(", ");
  const more = places.length - SHOWN_PLACES;
  return more > 0 ? `${shown}, and ${more} more; \`--json\` lists them all as \`${name}\`` : shown;
}
