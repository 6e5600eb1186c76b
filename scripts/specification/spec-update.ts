import { fileURLToPath } from "node:url";
import { DocumentError, describeProblem } from "@grid-sdk/openapi";
import { reportJson, reportTerminal } from "@grid-sdk/spec-diff";
import { isDay } from "../generate/is-day.ts";
import { readOptions, refuseArguments, refuseTogether } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";
import { chooseLine } from "./update/choose-line.ts";
import { listNextSteps } from "./update/next-steps.ts";
import { planUpdate, type UpdatePlan } from "./update/plan-update.ts";
import { writePullRequest } from "./update/pull-request.ts";
import { planApiReports } from "./update/plan-api-reports.ts";
import { finishReplacement, isReplacementPending, replaceFiles } from "./update/replace-files.ts";

const USAGE = `Usage: pnpm spec:update <file or https URL> [--line <name>] [--date <YYYY-MM-DD>] [--pull-request <URL>] [--dry-run] [--json | --markdown] [--no-api-report]

Applies a revision of the API's specification: the fragment, generated code, the public API and one changeset.

  --line            the line to update, one of openapi/lines.json (default: the line that the file belongs to, else the
                    one that follows the API)
  --date            the day of the revision, for a document without it
  --pull-request    the page with the whole report: the changeset is then short and links to it; without it, the changeset
                    has everything
  --dry-run         change no file; print what would change
  --json            print the report as JSON
  --markdown        print the report as the text of a pull request
  --no-api-report   leave api/ as it is`;
const rootPath = fileURLToPath(ROOT);

const { values, positionals } = readOptions(USAGE, {
  allowPositionals: true,
  options: {
    "dry-run": { type: "boolean", default: false },
    date: { type: "string" },
    line: { type: "string" },
    "pull-request": { type: "string" },
    json: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
    "no-api-report": { type: "boolean", default: false },
  },
});
const [source, ...others] = positionals;
if (source === undefined || others.length > 0) {
  refuseArguments(USAGE, `Expected one specification, got ${positionals.length}`);
}
refuseTogether(USAGE, values, ["json", "markdown"]);
if (values.date !== undefined && !isDay(values.date))
  refuseArguments(USAGE, `--date must be a day that exists, YYYY-MM-DD, got ${values.date}`);
const line = chooseLine(source, values.line);
if (typeof line === "string") refuseArguments(USAGE, line);
try {
  if (isReplacementPending(rootPath)) {
    finishReplacement(rootPath);
    console.error("Completed an update that was interrupted.");
  }
  const plan = await planUpdate(ROOT, line, source, { date: values.date, pullRequest: values["pull-request"] });
  if (values["dry-run"]) print(plan);
  else {
    const { reports, failure } = values["no-api-report"] ? {} : await attemptReports(plan);
    const files = new Map([...plan.files, ...(reports ?? [])]);
    if (files.size > 0) replaceFiles(rootPath, files);
    print({ ...plan, files });
    if (failure !== undefined) console.error(failure);
  }
} catch (error) {
  if (!(error instanceof DocumentError)) throw error;
  console.error(error.message);
  console.error("No file was changed.");
  if (values.json) {
    const { summary, problems } = error;
    console.log(JSON.stringify({ error: summary, problems }, undefined, 2));
  }
  process.exitCode = 1;
}

/** The API reports, or why the packages do not build: a new revision may need changes in them first. */
async function attemptReports({ files }: UpdatePlan): Promise<{ reports?: Map<string, string>; failure?: string }> {
  try {
    return { reports: await planApiReports(ROOT, files) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failure = `The packages do not build with this fragment yet. Adapt them, then run \`pnpm api:update\`.\n${reason}`;
    return { failure };
  }
}

function print(plan: UpdatePlan): void {
  const { line: updated, changes, files, changeset, leftOut, advice } = plan;
  const isDryRun = values["dry-run"];
  if (values.json) {
    const report = {
      ...reportJson(changes),
      files: [...files.keys()],
      changeset: changeset ?? null,
      dryRun: isDryRun,
      leftOut,
      advice,
      unsound: plan.unsound,
      taken: plan.taken,
      replaced: plan.replaced,
      lost: plan.lost,
      leftToDo: listNextSteps(plan),
    };
    console.log(JSON.stringify(report, undefined, 2));
    return;
  }
  if (values.markdown) {
    process.stdout.write(writePullRequest(plan));
    return;
  }
  if (files.size === 0) {
    console.log(`Nothing to do: ${updated.fragment} is up to date.`);
    return;
  }
  process.stdout.write(reportTerminal(changes, process.stdout, process.stdout.columns));
  if (leftOut.length > 0) console.log(`\nLeft out:\n${list(leftOut.map(({ what, why }) => `${what}: ${why}.`))}`);
  if (plan.unsound.length > 0)
    console.log(`\nReferences that lead nowhere, in what is not selected:\n${list(plan.unsound.map(describeProblem))}`);
  if (advice.length > 0)
    console.log(`\nAdvice for the API's owners: ${advice.length} findings of style (\`pnpm lint:openapi\`).`);
  console.log(`\n${isDryRun ? "Would write" : "Wrote"} ${[...files.keys()].join(", ")}.`);
  const steps = listNextSteps(plan).map((step, at) => `${at + 1}. ${step}\n`);
  console.log(`\n${isDryRun ? "Would be left" : "Left"} to do:\n${steps.join("")}`);
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
