import { fileURLToPath } from "node:url";
import { FragmentError } from "@grid-sdk/openapi";
import { chooseRenderer, type Update } from "@grid-sdk/spec-diff";
import { startProgress } from "@grid-sdk/terminal";
import { isDay } from "../generate/is-day.ts";
import { readOptions, refuseArguments, refuseTogether } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";
import { describeSourceError, SourceError } from "./source/problem.ts";
import { describeRendererOptions, nameRendererOptions, parseRendererOptions } from "./diff/renderer-options.ts";
import { chooseLine } from "./update/choose-line.ts";
import { listNextSteps } from "./update/next-steps.ts";
import { planUpdate, type UpdatePlan } from "./update/plan-update.ts";
import { updateApiReports } from "./update/api-reports.ts";
import { finishReplacement, isReplacementPending, replaceFiles } from "./update/replace-files.ts";

const USAGE = `Usage: pnpm spec:update <file or https URL> [--line <name>] [--date <YYYY-MM-DD>] [--pull-request <URL>] [--dry-run] ${nameRendererOptions("update")} [--no-api-report]

Takes in a revision of the API's specification: the fragment, generated code, the public API and one changeset.

  --line            the line to update, as openapi/lines.json names it (default: the one whose file it is, else the one that
                    follows the API)
  --date            the day of the revision, for a document that does not say it
  --pull-request    where the whole report can be read: the changeset then names what it has no room for; without it, the
                    changeset has all of it
  --dry-run         change no file; print what would change
${describeRendererOptions("update", 16)}
  --no-api-report   leave api/ as it is`;
const rootPath = fileURLToPath(ROOT);

const { values, positionals } = readOptions(USAGE, {
  allowPositionals: true,
  options: {
    "dry-run": { type: "boolean", default: false },
    date: { type: "string" },
    line: { type: "string" },
    "pull-request": { type: "string" },
    ...parseRendererOptions("update"),
    "no-api-report": { type: "boolean", default: false },
  },
});
const [source, ...others] = positionals;
if (source === undefined || others.length > 0) {
  refuseArguments(USAGE, `Expected one specification, got ${positionals.length}`);
}
refuseTogether(USAGE, values, Object.keys(parseRendererOptions("update")));
if (values.date !== undefined && !isDay(values.date))
  refuseArguments(USAGE, `--date must be a day that exists, YYYY-MM-DD, got ${values.date}`);
const line = chooseLine(source, values.line);
if (typeof line === "string") refuseArguments(USAGE, line);
try {
  if (isReplacementPending(rootPath)) {
    finishReplacement(rootPath);
    console.error("An update that was interrupted is complete now.");
  }
  using progress = startProgress("Reading the revision, and deriving all that follows from it");
  const plan = await planUpdate(ROOT, line, source, { date: values.date, pullRequest: values["pull-request"] });
  if (!values["dry-run"] && plan.files.size > 0) replaceFiles(rootPath, plan.files);
  progress.end();
  print(plan);
  const failure = values["dry-run"] || values["no-api-report"] ? undefined : await updateApiReports(plan.files);
  if (failure !== undefined) console.error(failure);
} catch (error) {
  if (!(error instanceof SourceError) && !(error instanceof FragmentError)) throw error;
  console.error(error instanceof SourceError ? describeSourceError(error) : error.message);
  console.error("No file was changed.");
  if ("json" in values && values.json) {
    const problems = error instanceof SourceError ? error.problems : [];
    console.log(JSON.stringify({ error: error.message, problems }, undefined, 2));
  }
  process.exitCode = 1;
}

function print(plan: UpdatePlan): void {
  const { changes, revision, files, changeset, leftOut, advice, unsound, taken, replaced, lost } = plan;
  const update: Update = {
    files: [...files.keys()],
    changeset: changeset ?? null,
    dryRun: values["dry-run"],
    leftOut,
    advice,
    unsound,
    taken,
    replaced,
    lost,
    leftToDo: listNextSteps(plan),
  };
  process.stdout.write(chooseRenderer("update", values)({ changes, revision, update }, process.stdout));
}
