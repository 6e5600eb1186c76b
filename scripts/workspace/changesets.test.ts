import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { listChangesets } from "./list-changesets.ts";
import { ROOT } from "./root.ts";
import { makeTemporaryClone, type TemporaryClone } from "./temporary-clone.ts";
import { describePreMode } from "./refuse-pre-mode.ts";

const CHANGE = '---\n"@grid-sdk/client": patch\n---\n\nA change.\n';
const COMMANDS = ["pending", "version", "pack", "publish"].map((name) => `scripts/release/release-${name}.ts`);

let clone: TemporaryClone;
beforeAll(() => {
  clone = makeTemporaryClone();
  return () => clone.remove();
});
beforeEach(() => {
  clone.rewind();
  for (const name of listChangesets(pathToFileURL(join(clone.path, ".changeset/"))))
    rmSync(join(clone.path, ".changeset", name));
  write("one.md");
});

function write(name: string): void {
  writeFileSync(join(clone.path, ".changeset", name), CHANGE);
}

/** Runs changesets itself, and commits what it changed. */
function changeset(...args: string[]): void {
  expect(clone.node("node_modules/@changesets/cli/bin.js", ...args)).toMatchObject({ status: 0 });
  clone.git("add", "--all");
  clone.git("commit", "--quiet", "--message", args.join(" "));
}

function expectRefused(found: string): void {
  for (const command of COMMANDS) {
    const { stderr, ...rest } = clone.node(command);
    expect({ command, ...rest }).toEqual({ command, status: 1, stdout: "" });
    expect(stderr).toMatch(/^Releases do not support the pre mode of changesets \(.*\): revert .*\.\n$/);
    expect(stderr).toContain(`(${found})`);
  }
  expect(clone.git("status", "--porcelain").stdout).toBe("");
}

test("refuses the pre mode of changesets in one sentence, from entering it to the release that leaves it", () => {
  changeset("pre", "enter", "beta");
  expectRefused(".changeset/pre.json");
  changeset("version");
  expect(clone.read("packages/client/package.json")).toMatch(/"version": ".*-beta\.0"/);
  expectRefused(".changeset/pre.json");
  clone.git("rm", "--quiet", ".changeset/pre.json");
  clone.git("commit", "--quiet", "--message", "Forget the mode");
  expectRefused(".changeset/pre/one.md");
  clone.git("revert", "--no-edit", "HEAD");
  changeset("pre", "exit");
  expectRefused(".changeset/pre.json");
  changeset("version");
  expect(clone.node("scripts/release/release-pending.ts")).toEqual({ status: 0, stdout: "0\n", stderr: "" });
});

test("this checkout can be released", () => {
  expect(describePreMode(ROOT)).toBeUndefined();
});

test("counts as pending what changesets would apply, and nothing else", () => {
  mkdirSync(join(clone.path, ".changeset/drafts"));
  const notRead = [
    "README.md",
    "readme.md",
    "AGENTS.md",
    "CLAUDE.md",
    "GEMINI.md",
    ".hidden.md",
    "a.txt",
    "drafts/b.md",
  ];
  for (const name of [...notRead, "agents.md"]) write(name);
  changeset("status", "--output", "status.json");
  const { changesets } = JSON.parse(clone.read("status.json")) as { changesets: { id: string }[] };
  const applied = changesets.map(({ id }) => `${id}.md`).toSorted();
  expect(applied).toEqual(["agents.md", "one.md"]);
  expect(listChangesets(pathToFileURL(join(clone.path, ".changeset/")))).toEqual(applied);
  expect(clone.node("scripts/release/release-pending.ts").stdout).toBe(`${applied.length}\n`);
});
