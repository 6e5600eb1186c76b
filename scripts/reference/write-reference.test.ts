import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const script = fileURLToPath(new URL("write-reference.ts", import.meta.url));
let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "reference-"));
  return () => rm(directory, { recursive: true });
});

function run(...args: string[]) {
  const env = { ...process.env, INIT_CWD: directory, TURBO_HASH: "tests" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { env, encoding: "utf8" });
  return { status, stdout, stderr };
}

test("writes one file, which calls no server, and is quiet when it is piped", async () => {
  expect(run("page.html")).toEqual({ status: 0, stdout: "", stderr: "" });
  const page = await readFile(join(directory, "page.html"), "utf8");
  expect(page).toContain("connect-src 'none'");
  expect(page).toContain("challengeAuthCredential");
});

test("writes the reference of the line that is named", async () => {
  expect(run("latest.html", "--line", "latest")).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(await readFile(join(directory, "latest.html"), "utf8")).toContain("refreshAuthSession");
  expect(run("next.html", "--line", "next")).toMatchObject({ status: 2, stdout: "" });
});

test("refuses another kind of file, and a folder that is not there, and writes nothing", async () => {
  const before = await readdir(directory);
  expect(run("page.pdf").stderr).toMatch(
    /^Expected one name that ends in \.html, got page\.pdf\. Usage: pnpm reference/,
  );
  expect(run("none/page.html")).toMatchObject({ status: 1, stderr: expect.stringContaining("ENOENT") });
  expect(await readdir(directory)).toEqual(before);
});
