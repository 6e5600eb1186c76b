import { type Problem } from "@grid-sdk/openapi";
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ROOT } from "../../workspace/root.ts";

const RULES = fileURLToPath(new URL("openapi/redocly.yaml", ROOT));
const REDOCLY = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));

const MAX_PROBLEMS = 1_000;

/** Rules that `checkExamples` checks faster, because it compiles each schema once. */
const SKIPPED = ["no-invalid-media-type-examples", "no-invalid-parameter-examples"];

interface LintReport {
  readonly problems: readonly {
    readonly severity: string;
    readonly ruleId: string;
    readonly message: string;
    readonly location: readonly { readonly pointer?: string }[];
  }[];
}

export interface LintFinding extends Problem {
  /** An error must be fixed; advice is style. */
  readonly severity: "error" | "advice";
}

/** Lints a fragment's text by the rules of this repository. */
export async function lintFragment(text: string): Promise<LintFinding[]> {
  // Written synchronously, so that the process starts before the caller goes on.
  const directory = mkdtempSync(join(tmpdir(), "grid-sdk-lint-"));
  try {
    const file = join(directory, "grid-auth.yaml");
    writeFileSync(file, text);
    const { problems } = await runRedocly(file);
    const found = problems.map(({ severity, ruleId, message, location }): LintFinding => ({
      severity: severity === "error" ? "error" : "advice",
      pointer: location[0]?.pointer?.slice(1) ?? "",
      message: `${message} (${ruleId})`,
    }));
    const more = `There are more: the first ${MAX_PROBLEMS} are shown.`;
    if (found.length >= MAX_PROBLEMS) found.push({ severity: "advice", pointer: "", message: more });
    return found;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function runRedocly(file: string): Promise<LintReport> {
  const output = ["--format", "json", "--max-problems", String(MAX_PROBLEMS)];
  const skipped = SKIPPED.flatMap((rule) => ["--skip-rule", rule]);
  const args = [REDOCLY, "lint", "--config", RULES, ...output, ...skipped, file];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const running = promisify(execFile)(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 });
  // With errors in the report, it fails as well.
  const { stdout, stderr } = await running.catch((error: Awaited<typeof running>) => error);
  try {
    return JSON.parse(stdout.slice(stdout.indexOf("{"))) as LintReport;
  } catch {
    throw new Error(`redocly lint gave no report: ${stderr || stdout}`);
  }
}
