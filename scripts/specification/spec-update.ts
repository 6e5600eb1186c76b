import { fileURLToPath } from "node:url";
import { DocumentError } from "@grid-sdk/openapi";
import { chooseRenderer, type Update } from "@grid-sdk/spec-diff";
import { startProgress } from "@grid-sdk/terminal";
import { isDay } from "../generate/is-day.ts";
import { readOptions, refuseArguments, refuseTogether } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";
import { describeRendererOptions, nameRendererOptions, parseRendererOptions } from "./diff/renderer-options.ts";
import { chooseLine } from "./update/choose-line.ts";
import { listNextSteps } from "./update/next-steps.ts";
import { planUpdate, type UpdatePlan } from "./update/plan-update.ts";
import { planApiReports } from "./update/plan-api-reports.ts";
import { finishReplacement, isReplacementPending, replaceFiles } from "./update/replace-files.ts";

const USAGE = `Usage: pnpm spec:update <file or https URL> [--line <name>] [--date <YYYY-MM-DD>] [--pull-request <URL>] [--dry-run] ${nameRendererOptions("update")} [--no-api-report]

Applies a revision of the API's specification: the fragment, generated code, the public API and one changeset.

  --line            the line to update, one of openapi/lines.json (default: the line that the file belongs to, else the
                    one that follows the API)
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
    console.error("Completed an update that was interrupted.");
  }
  using progress = startProgress("Reading the revision, and deriving all that follows from it");
  const plan = await planUpdate(ROOT, line, source, { date: values.date, pullRequest: values["pull-request"] });
  if (values["dry-run"]) {
    progress.end();
    print(plan);
  } else {
    const failures: string[] = [];
    const planReports = () =>
      planApiReports(ROOT, plan.files, progress).catch((error: Error) => {
        // A new revision may need changes in the packages first.
        failures.push(
          `The packages do not build with this fragment yet. Adapt them, then run \`pnpm api:update\`.\n${error.message}`,
        );
        return [];
      });
    const files = new Map([...plan.files, ...(values["no-api-report"] ? [] : await planReports())]);
    if (files.size > 0) replaceFiles(rootPath, files);
    progress.end();
    print({ ...plan, files });
    for (const failure of failures) console.error(failure);
  }
} catch (error) {
  if (!(error instanceof DocumentError)) throw error;
  console.error(error.message);
  console.error("No file was changed.");
  if ("json" in values && values.json) {
    const { summary, problems } = error;
    console.log(JSON.stringify({ error: summary, problems }, undefined, 2));
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
