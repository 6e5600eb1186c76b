import { spawnSync } from "node:child_process";
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

function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, command), ...args], {
    // As in a task of turbo: a command that would build first has nothing to build.
    env: { ...programs.env, TURBO_HASH: "tests" },
    encoding: "utf8",
    cwd: root,
  });
  return { status, stdout, stderr, calls: programs.takeCalls() };
}

const commands = await listCommands();

test("there are commands to try", () => {
  expect(commands).toContain("scripts/release/release-publish.ts");
  expect(commands).toContain("scripts/spec/spec-update.ts");
  expect(commands.length).toBeGreaterThan(15);
});

describe.each(commands)("%s", (command) => {
  test.each(["--help", "-h"])("prints its usage for %s, and does nothing else", (option) => {
    const { stdout, ...rest } = run(command, option);
    expect(rest).toEqual({ status: 0, stderr: "", calls: [] });
    expect(stdout).toMatch(/^Usage: pnpm [a-z:-]+/);
    expect(stdout.split("\n").length).toBeGreaterThan(2);
  });

  test("refuses an option that it does not know in one line, and does nothing else", () => {
    const { stderr, ...rest } = run(command, "--nope");
    expect(rest).toEqual({ status: 2, stdout: "", calls: [] });
    expect(stderr).toMatch(/^Unknown option '--nope'\. Usage: pnpm [a-z:-]+.*\n$/);
  });
});

test("ignores the -- that npm needs before options", () => {
  expect(run("scripts/workspace/count-tests.ts", "--", "--help").stdout).toMatch(/^Usage: pnpm count-tests/);
});

test("refuses an argument where none is expected", () => {
  const { status, stderr } = run("scripts/release/release-pack.ts", "core");
  expect({ status, stderr }).toEqual({ status: 2, stderr: "Unexpected argument 'core'. Usage: pnpm release:pack\n" });
});
