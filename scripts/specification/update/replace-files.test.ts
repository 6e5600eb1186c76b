import { spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { finishReplacement, isReplacementPending, replaceFiles } from "./replace-files.ts";

let root = "";
const read = (path: string) => readFileSync(join(root, path), "utf8");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "grid-sdk-replace-"));
  writeFileSync(join(root, "a"), "old a");
  writeFileSync(join(root, "b"), "old b");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("replaces, makes and removes files, and leaves nothing else behind", () => {
  replaceFiles(
    root,
    new Map([
      ["a", "new a"],
      ["deep/c", "new c"],
      ["b", null],
    ]),
  );
  expect([read("a"), read("deep/c"), existsSync(join(root, "b")), existsSync(join(root, ".spec-update"))]).toEqual([
    "new a",
    "new c",
    false,
    false,
  ]);
});

test("completes a replacement that was interrupted", () => {
  const staging = join(root, ".spec-update");
  mkdirSync(staging);
  // The first file is in place already; the plan says what remains.
  writeFileSync(join(root, "a"), "new a");
  writeFileSync(join(staging, "1"), "new b");
  writeFileSync(join(staging, "plan.json"), JSON.stringify([{ path: "a" }, { path: "b" }]));
  expect(isReplacementPending(root)).toBe(true);
  finishReplacement(root);
  expect([read("a"), read("b"), isReplacementPending(root)]).toEqual(["new a", "new b", false]);
});

test("says what to do about a plan that cannot be read, and changes nothing", () => {
  const staging = join(root, ".spec-update");
  mkdirSync(staging);
  writeFileSync(join(staging, "0"), "new a");
  writeFileSync(join(staging, "plan.json"), '[{ "path"');
  expect(() => finishReplacement(root)).toThrow(/^\.spec-update\/plan\.json is not valid JSON\. .* Delete the folder/);
  expect([read("a"), isReplacementPending(root)]).toEqual(["old a", true]);
});

test("drops a replacement that has no plan yet", () => {
  const staging = join(root, ".spec-update");
  mkdirSync(staging);
  writeFileSync(join(staging, "0"), "new a");
  writeFileSync(join(staging, "plan.json.new"), "[");
  expect(isReplacementPending(root)).toBe(false);
  finishReplacement(root);
  expect([read("a"), existsSync(staging)]).toEqual(["old a", false]);
});

test("changes no file when one of them cannot be written aside", () => {
  const unwritable = new Map([
    ["a", "new a"],
    ["b", {} as string],
  ]);
  expect(() => replaceFiles(root, unwritable)).toThrow(/"data" argument/);
  expect([read("a"), read("b"), isReplacementPending(root)]).toEqual(["old a", "old b", false]);
});

test("holds signals back until every file is replaced", () => {
  // Two files are written aside, then the process interrupts itself: without a listener it would end here.
  const program = `
    import { replaceFiles } from ${JSON.stringify(new URL("replace-files.ts", import.meta.url))};
    function* files() {
      yield ["a", "new a"];
      process.kill(process.pid, "SIGINT");
      yield ["b", "new b"];
    }
    replaceFiles(process.argv[1], files());`;
  const { status, signal, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program, root], {
    encoding: "utf8",
  });
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: "" });
  expect([read("a"), read("b"), isReplacementPending(root)]).toEqual(["new a", "new b", false]);
});

test("renames files into place: a reader gets the old file or the new one", () => {
  // What is written in place would show under the other name too.
  linkSync(join(root, "a"), join(root, "other name of a"));
  replaceFiles(root, new Map([["a", "new a"]]));
  expect([read("a"), read("other name of a")]).toEqual(["new a", "old a"]);
});

test.each([1, 2, 3])("changes nothing if the process dies in the middle of its write %i", (last) => {
  // The third write is the plan.
  const program = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const write = fs.writeFileSync;
    let writes = 0;
    fs.writeFileSync = (path, content, options) => {
      writes += 1;
      if (writes < ${last}) return write(path, content, options);
      write(path, content.slice(0, 3), options);
      process.kill(process.pid, "SIGKILL");
    };
    syncBuiltinESMExports();
    const { replaceFiles } = await import(${JSON.stringify(new URL("replace-files.ts", import.meta.url))});
    replaceFiles(process.argv[1], new Map([["a", "new a"], ["b", "new b"]]));`;
  const { status } = spawnSync(process.execPath, ["--input-type=module", "--eval", program, root]);
  expect(status).not.toBe(0);
  finishReplacement(root);
  expect([read("a"), read("b"), isReplacementPending(root)]).toEqual(["old a", "old b", false]);
});
