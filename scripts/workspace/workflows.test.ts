import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { listImports } from "../test/list-imports.ts";
import { ROOT } from "./root.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = new URL(".github/workflows/", ROOT);
const texts = readdirSync(FOLDER).map((file) => ({ file, text: readFileSync(new URL(file, FOLDER), "utf8") }));
const workflows = texts.map(({ file, text }) => ({ file, workflow: parse(text) as Workflow }));
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({
    file,
    name,
    job,
    permissions: job.permissions ?? workflow.permissions,
    commands: job.steps.flatMap(({ run = "" }) => run.split("\n")),
  })),
);
const READS = { contents: "read" };

/** Whether a job has what a thief would want: a token that may write, the right to publish, a secret. */
function isTrusted({ permissions, job }: (typeof jobs)[number]): boolean {
  const mayWrite = Object.values(permissions ?? {}).includes("write");
  return mayWrite || /\b(?:secrets|github\.token)\b/.test(JSON.stringify(job));
}

test("no workflow gives its jobs more than to read", () => {
  const given = workflows.map(({ file, workflow }) => ({ file, permissions: workflow.permissions, env: workflow.env }));
  const right = workflows.map(({ file }) => ({ file, permissions: expect.toBeOneOf([{}, READS]), env: undefined }));
  expect(given).toEqual(right);
});

const trusted = jobs.filter((job) => isTrusted(job));

test("three jobs may write or publish", () => {
  const names = trusted.map(({ file, name }) => `${file} ${name}`);
  expect(names).toEqual(["release.yml propose", "release.yml publish", "spec-sync.yml propose"]);
});

test.each(trusted)("the job $name of $file, which may, runs no code of dependencies", ({ commands }) => {
  expect(commands.filter((command) => /\b(?:npx|pnpm|corepack|yarn|npm|bunx?)\b/.test(command))).toEqual([]);
  const scripts = commands.flatMap((command) => [...command.matchAll(/\bnode (\S+)/g)].map(([, path = ""]) => path));
  const { packages } = listImports(scripts.map((path) => fileURLToPath(new URL(path, ROOT))));
  expect([...packages]).toEqual([]);
});

test.each(jobs.filter((job) => !isTrusted(job)))("the job $name of $file may only read", ({ permissions }) => {
  expect(permissions).toEqual(READS);
});

describe.each(jobs)("the job $name of $file", ({ job, commands }) => {
  test("ends by itself", () => {
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(30);
  });

  test("leaves no credential in its checkout", () => {
    const checkouts = job.steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.map((step) => step.with?.["persist-credentials"])).toEqual(checkouts.map(() => false));
    expect(checkouts).toHaveLength(1);
  });

  test("puts nothing into its commands that GitHub fills in", () => {
    expect(commands.filter((command) => command.includes("${{"))).toEqual([]);
  });
});

test("each action is pinned to a commit, and says its version", () => {
  const uses = texts.flatMap(({ text }) => text.split("\n").filter((line) => /\buses:/.test(line)));
  const pinned = /^\s*(?:- )?uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
  expect(uses.filter((line) => !pinned.test(line))).toEqual([]);
  expect(uses.length).toBeGreaterThan(0);
});

test("each command of pnpm runs the version that package.json names", () => {
  const { packageManager } = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8")) as Record<string, string>;
  expect(packageManager).toMatch(/^pnpm@\d+\.\d+\.\d+$/);
  const runs = jobs.flatMap(({ commands }) => commands.filter((command) => /\b(?:npx|pnpm)\b/.test(command)));
  expect(runs.filter((command) => !command.includes(`npx -y ${packageManager} `))).toEqual([]);
  expect(runs.length).toBeGreaterThan(5);
});
