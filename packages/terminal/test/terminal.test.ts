import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify, stripVTControlCharacters } from "node:util";
import { PassThrough } from "node:stream";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startProgress } from "../src/index.ts";
import { runInTerminal } from "../testing/run-in-terminal.ts";

const pathOf = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const { NO_COLOR: _no, FORCE_COLOR: _force, ...environment } = process.env;
const runInPipe = (name: string, env: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, [pathOf(name)], { env: { ...environment, ...env } });
const ERASE = "\r\u001B[K";
const RED = "\u001B[31mred\u001B[39m";

describe("colours and width", () => {
  test.each([
    ["in a terminal: colours, and its width", {}, `${RED} 100\n`],
    ["in a terminal with NO_COLOR: no colours", { NO_COLOR: "1" }, "red 100\n"],
    ["in a terminal that is dumb: no colours", { TERM: "dumb" }, "red 100\n"],
  ])("%s", async (_, env, printed) => {
    expect(await runInTerminal(process.execPath, [pathOf("print.ts")], { columns: 100, env })).toBe(printed);
  });

  test.each([
    ["in a pipe: no colours, and no width", {}, "red Infinity\n"],
    ["in a pipe with FORCE_COLOR: colours", { FORCE_COLOR: "1" }, `${RED} Infinity\n`],
  ])("%s", async (_, env, printed) => {
    expect((await runInPipe("print.ts", env)).stdout).toBe(printed);
  });
});

describe("progress", () => {
  test("is one line, no wider than the terminal, that is gone at the end", async () => {
    const printed = await runInTerminal(process.execPath, [pathOf("work.ts")], { columns: 60 });
    const drawn = printed.split(ERASE).map(stripVTControlCharacters);
    expect(drawn).toContain("Starting …");
    expect(Math.max(...drawn.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(drawn).toContain("one result\n");
    expect(drawn.at(-1)).toBe("the end\n");
  });

  test("says for how many seconds the current step has run", () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const stream = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY: true, columns: 80 });
    const progress = startProgress("Building", stream);
    vi.advanceTimersByTime(12_000);
    progress.report("Packing");
    progress.end();
    vi.advanceTimersByTime(12_000);
    const drawn = String(stream.read()).split(ERASE).map(stripVTControlCharacters);
    expect(drawn.slice(-3)).toEqual(["Building … 12 s", "Packing …", ""]);
  });

  test("is silent in a pipe", async () => {
    expect(await runInPipe("work.ts")).toEqual({ stdout: "one result\nthe end\n", stderr: "" });
  });

  test("erases nothing in a terminal that cannot: one line for each step", async () => {
    const printed = await runInTerminal(process.execPath, [pathOf("work.ts")], { env: { TERM: "dumb" } });
    expect(printed).toMatch(/^Starting …\nBuilding a very .* …\none result\nthe end\n$/);
  });
});
