import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify, stripVTControlCharacters } from "node:util";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { runInTerminal } from "@grid-sdk/terminal/testing";
import { afterAll, describe, expect, test } from "vitest";
import { startLiveServer } from "../test/live-server.ts";
import { ROOT } from "./root.ts";

const server = await startLiveServer({
  "GET /auth/credentials": { body: { data: [{ id: 1 }] } },
  "GET /auth/sessions": { body: { data: [] } },
});
afterAll(() => server[Symbol.asyncDispose]());
const contractCheck = ["scripts/contract/contract-check.ts", "--upstream", server.url, "--fragment", SPECIFICATION];
const diff = ["scripts/specification/spec-diff.ts", "2026-04-23", "latest"];
const COMMANDS: readonly (readonly [name: string, args: readonly string[], colour: string])[] = [
  ["quickstart", ["scripts/quickstart/quickstart.ts"], "\u001B[33m429\u001B[39m RATE_LIMITED"],
  ["contract:check", contractCheck, "\u001B[31mis required"],
  ["spec:diff", diff, "\u001B[31mbreaking\u001B[39m"],
];
const PROGRESS: readonly (readonly [name: string, args: readonly string[], text: string])[] = [
  ["contract:check", contractCheck, "Reading the document …"],
  ["spec:diff", diff, "Comparing the documents …"],
  ["generate --check", ["scripts/generate/generate.ts", "--check"], "Checking the code of latest …"],
  ["lint:words", ["scripts/words/lint-words.ts"], "Reading what people wrote …"],
];
/** As in a task of turbo: the packages are built. */
const env = { TURBO_HASH: "tests", GRID_CLIENT_ID: "id", GRID_CLIENT_SECRET: "secret" };

function pathsIn(args: readonly string[]): string[] {
  return args.map((arg) => (arg.startsWith("scripts/") ? fileURLToPath(new URL(arg, ROOT)) : arg));
}

/** What is left on the screen: progress erases its line before something else is printed on it. */
function readScreen(printed: string): string[] {
  return printed.split("\n").map((line) => stripVTControlCharacters(line.split("\r\u001B[K").at(-1) ?? ""));
}

describe.each(COMMANDS)("pnpm %s", (name, args, colour) => {
  test.each([80, 100])("fits a terminal of %i columns, in colour", async (columns) => {
    const printed = await runInTerminal(process.execPath, pathsIn(args), { columns, env });
    expect(printed).toContain(colour);
    const lines = readScreen(printed).filter((line) => !isForCopying(line));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
  });

  test("has no colour with NO_COLOR", async () => {
    const printed = await runInTerminal(process.execPath, pathsIn(args), { env: { ...env, NO_COLOR: "1" } });
    // What is left is the progress, which erases its own line.
    expect(printed.replaceAll("\u001B[K", "")).toBe(stripVTControlCharacters(printed));
  });

  test("prints plain text in a pipe, and no progress; with FORCE_COLOR it prints colours", async () => {
    const run = async (colours: Record<string, string>) => {
      const { NO_COLOR: _no, FORCE_COLOR: _force, ...environment } = process.env;
      // contract:check finds a violation, and says so by its status.
      const promise = promisify(execFile)(process.execPath, pathsIn(args), {
        env: { ...environment, ...env, ...colours },
      });
      return promise.catch((error: { stdout: string; stderr: string }) => error);
    };
    const { stdout, stderr } = await run({});
    expect({ stdout, stderr }).toEqual({ stdout: stripVTControlCharacters(stdout), stderr: "" });
    expect((await run({ FORCE_COLOR: "1" })).stdout).toContain(colour);
  });

  /** A command line that a reader copies stays whole. */
  function isForCopying(line: string): boolean {
    return name === "quickstart" && line.includes("npx -y pnpm@12");
  }
});

test.each(PROGRESS)("pnpm %s shows on one line what it is doing, and erases it", async (_, args, text) => {
  const printed = await runInTerminal(process.execPath, pathsIn(args), { columns: 100, env });
  expect(stripVTControlCharacters(printed)).toContain(text);
  expect(readScreen(printed).join("\n")).not.toContain(text);
});
