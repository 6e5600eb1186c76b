import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readLines } from "./lines.ts";
import { makeTemporaryClone, type TemporaryClone } from "./temporary-clone.ts";

/** The tasks of `pnpm test` that read a fragment. */
const TASKS = [
  "//#generate:check",
  "//#spec:check",
  "//#lint",
  ...["core", "client", "mock", "emulator"].flatMap((name) => [`@grid-sdk/${name}#build`, `@grid-sdk/${name}#test`]),
  "@grid-sdk/scripts#test",
  "@grid-sdk/scripts#test:readme",
];

let clone: TemporaryClone;
beforeAll(() => {
  clone = makeTemporaryClone();
  return () => clone.remove();
});

/** The hash of each task's inputs: what is run again, and what comes from the cache. */
function hashTasks(): Map<string, string> {
  const names = new Set(TASKS.map((task) => task.replace(/^@[^#]*#/, "")));
  const { stdout, stderr, status } = clone.node("node_modules/turbo/bin/turbo", "run", ...names, "--dry=json");
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  const { tasks } = JSON.parse(stdout) as { tasks: { taskId: string; hash: string }[] };
  return new Map(tasks.map(({ taskId, hash }) => [taskId, hash]));
}

describe("turbo", () => {
  test.each(readLines())("runs again what reads the fragment of $name once it has changed", ({ fragment }) => {
    const before = hashTasks();
    expect(hashTasks()).toEqual(before);
    appendFileSync(join(clone.path, fragment), "# A comment.\n");
    const after = hashTasks();
    expect(TASKS.filter((task) => before.get(task) === undefined || before.get(task) === after.get(task))).toEqual([]);
  });
});
