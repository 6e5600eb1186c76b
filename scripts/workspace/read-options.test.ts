import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { makeFakePrograms } from "../test/fake-programs.ts";
import { ROOT } from "./root.ts";

const root = fileURLToPath(ROOT);

/** The TypeScript files that scripts of a package.json and workflows start, by their paths in the checkout. */
async function listCommands(): Promise<string[]> {
  const commands = new Set<string>();
  const places = "{package.json,{bench,examples/*,packages/*,scripts}/package.json,.github/workflows/*.yml}";
  for await (const file of glob(places, { cwd: root })) {
    const folder = file.endsWith("package.json") ? dirname(file) : "";
    for (const [started] of readFileSync(join(root, file), "utf8").matchAll(/\bnode [^&|;"\n]*/g)) {
      const path = started.split(" ").findLast((word) => word.endsWith(".ts"));
      if (path !== undefined) commands.add(join(folder, path));
    }
  }
  return [...commands].toSorted();
}

const programs = makeFakePrograms(["npm", "npx", "pnpm", "git", "turbo"]);
afterAll(() => programs[Symbol.dispose]());

interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, ...args: string[]): Promise<Outcome> {
  // As in a task of turbo: a command that would build first has nothing to build.
  const options = { env: { ...programs.env, TURBO_HASH: "tests" }, cwd: root };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, command), ...args], options, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

const commands = await listCommands();

test("there are commands to try", () => {
  expect(commands).toContain("scripts/release/release-publish.ts");
  expect(commands).toContain("scripts/specification/spec-update.ts");
  expect(commands.length).toBeGreaterThan(15);
});

describe.concurrent.each(commands)("%s", (command) => {
  test("prints its usage for --help", async () => {
    const { stdout, ...rest } = await run(command, "--help");
    expect(rest).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: pnpm [a-z:-]+/);
    expect(stdout.split("\n").length).toBeGreaterThan(2);
  });

  test("refuses an option that it does not know in one line", async () => {
    const { stderr, ...rest } = await run(command, "--nope");
    expect(rest).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^Unknown option '--nope'\. Usage: pnpm [a-z:-]+.*\n$/);
  });
});

test("the commands have started no other program", () => {
  expect(programs.takeCalls()).toEqual([]);
});

test("-h is --help, and the -- that npm needs before options is ignored", async () => {
  expect((await run("scripts/workspace/count-tests.ts", "--", "-h")).stdout).toMatch(/^Usage: pnpm count-tests/);
});

test.each([
  [
    "scripts/specification/spec-update.ts",
    ["a.yaml", "--json", "--markdown"],
    "Expected one of --json and --markdown, got both.",
  ],
  [
    "scripts/specification/spec-diff.ts",
    ["a", "b", "--markdown", "--json"],
    "Expected one of --json and --markdown, got both.",
  ],
  [
    "scripts/specification/spec-update.ts",
    ["a.yaml", "--date", "2026-13-45"],
    "--date must be a day that exists, YYYY-MM-DD, got 2026-13-45.",
  ],
  ["scripts/mock/mock.ts", ["--port", "abc"], "--port must be a number from 0 to 65535; got abc."],
  ["scripts/mock/mock.ts", ["--port", "70000"], "--port must be a number from 0 to 65535; got 70000."],
  ["scripts/mock/mock.ts", ["--port=-1"], "--port must be a number from 0 to 65535; got -1."],
  ["scripts/mock/mock.ts", ["--port", "1.5"], "--port must be a number from 0 to 65535; got 1.5."],
])("%s refuses %j before it does anything", async (command, args, reason) => {
  const { stderr, ...rest } = await run(command, ...args);
  expect(rest).toEqual({ status: 2, stdout: "" });
  expect(stderr.startsWith(`${reason} Usage: pnpm `)).toBe(true);
});

test("refuses an unexpected argument", async () => {
  const { status, stderr } = await run("scripts/release/release-pack.ts", "core");
  expect({ status, stderr }).toEqual({ status: 2, stderr: "Unexpected argument 'core'. Usage: pnpm release:pack\n" });
});
