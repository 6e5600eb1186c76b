import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeEach, expect, test } from "vitest";
import { makeOnce } from "../src/make-once.ts";

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "grid-sdk-once-"));
  folder = join(parent, "made");
  return () => rm(parent, { recursive: true, force: true });
});

/** A process that makes the folder. It says when it begins, and goes on when its standard input ends. */
function startMaker() {
  const program = `
    import { makeOnce } from ${JSON.stringify(new URL("../src/make-once.ts", import.meta.url))};
    import { writeFile } from "node:fs/promises";
    await makeOnce(process.argv[1], async (staging) => {
      console.log("making");
      await writeFile(staging + "/part", "half");
      for await (const _ of process.stdin);
      await writeFile(staging + "/part", "whole");
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program, folder]);
  return { child, output: text(child.stdout), closed: once(child, "close"), began: once(child.stdout, "data") };
}

test("makes a folder once for processes that ask at the same time", async () => {
  const makers = [startMaker(), startMaker(), startMaker()];
  await Promise.race(makers.map(({ began }) => began));
  expect(existsSync(folder)).toBe(false);
  for (const { child } of makers) child.stdin.end();
  await Promise.all(makers.map(({ closed }) => closed));
  const outputs = await Promise.all(makers.map(({ output }) => output));
  expect(outputs.join("")).toBe("making\n");
  expect(await readFile(join(folder, "part"), "utf8")).toBe("whole");
  expect(await readdir(parent)).toEqual(["made"]);
});

test("goes on where a process was killed in the middle, and removes what it left", async () => {
  const { child, began, closed } = startMaker();
  await began;
  child.kill("SIGKILL");
  await closed;
  expect((await readdir(parent)).length).toBeGreaterThan(1);
  await makeOnce(folder, (staging) => writeFile(join(staging, "part"), "whole"));
  expect(await readdir(parent)).toEqual(["made"]);
  expect(await readFile(join(folder, "part"), "utf8")).toBe("whole");
});

test("leaves nothing behind where making fails, and rejects with the reason", async () => {
  const reason = new Error("no space left on device");
  await expect(makeOnce(folder, () => Promise.reject(reason))).rejects.toBe(reason);
  expect(await readdir(parent)).toEqual([]);
});

test("makes nothing where the folder exists", async () => {
  await mkdir(folder);
  await makeOnce(folder, () => expect.unreachable());
  expect(await readdir(folder)).toEqual([]);
});
