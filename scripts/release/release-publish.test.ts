import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type FakePrograms, makeFakePrograms } from "../test/fake-programs.ts";
import { PACKAGES } from "../workspace/packages.ts";
import { makeTemporaryClone, type TemporaryClone } from "../workspace/temporary-clone.ts";

let clone: TemporaryClone;
let npm: FakePrograms;
beforeAll(() => {
  clone = makeTemporaryClone();
  return () => clone.remove();
});
beforeEach(() => {
  npm = makeFakePrograms(
    ["npm"],
    `if (args === "view @grid-sdk/core@1.2.3 version") console.log("1.2.3");
     else if (args.startsWith("view")) process.exit(1);
     else if (args.includes("grid-sdk-mock-9.9.9")) { console.error("npm error E404"); process.exitCode = 1; }
     else console.log("+ " + args.split(" ")[1].split("grid-sdk-").pop());`,
  );
  return () => {
    rmSync(join(clone.path, "release"), { recursive: true });
    npm[Symbol.dispose]();
  };
});

function pack(names: readonly string[], version = "1.2.3"): void {
  mkdirSync(join(clone.path, "release"));
  for (const name of names) writeFileSync(join(clone.path, `release/grid-sdk-${name}-${version}.tgz`), "");
}

function publish(...args: string[]) {
  const script = join(clone.path, "scripts/release/release-publish.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { env: npm.env, encoding: "utf8" });
  return { status, stdout, stderr, calls: npm.takeCalls() };
}

test("--dry-run says what would be published, and calls no npm", () => {
  pack(PACKAGES);
  const { stdout, ...rest } = publish("--dry-run");
  expect(rest).toEqual({ status: 0, stderr: "", calls: [] });
  const lines = PACKAGES.map(
    (name) => `Would publish @grid-sdk/${name} 1.2.3 from release/grid-sdk-${name}-1.2.3.tgz.`,
  );
  expect(stdout.trim().split("\n")).toEqual(lines);
});

test("publishes dependencies first, and skips what is published", () => {
  pack(PACKAGES);
  const { status, stdout, calls } = publish();
  expect(status).toBe(0);
  expect(stdout).toContain(
    "@grid-sdk/core 1.2.3 is published already.\n+ client-1.2.3.tgz\nPublished @grid-sdk/client 1.2.3.\n",
  );
  const tarballs = PACKAGES.slice(1).map((name) => join(clone.path, "release", `grid-sdk-${name}-1.2.3.tgz`));
  const published = tarballs.map((path) => `npm publish ${path} --access public`);
  expect(calls.filter((call) => call.startsWith("npm publish"))).toEqual(published);
});

test("stops at what npm does not publish, and lets npm say why", () => {
  pack(PACKAGES, "9.9.9");
  const { status, stdout, stderr } = publish();
  expect(status).toBe(1);
  expect(stderr).toBe(
    "npm error E404\n@grid-sdk/mock 9.9.9 was not published. Run `pnpm release:publish` again once npm can.\n",
  );
  expect(stdout).toMatch(/Published @grid-sdk\/reference 9\.9\.9\.\n$/);
});

test.each([[["--dry-run"]], [[]]])("publishes nothing where a tarball is missing, with %j", (args) => {
  pack(["core", "client"]);
  const { stderr, ...rest } = publish(...args);
  expect(rest).toEqual({ status: 1, stdout: "", calls: [] });
  expect(stderr).toBe(
    "release/ has no tarball of @grid-sdk/device, @grid-sdk/reference, @grid-sdk/mock, @grid-sdk/emulator: run `pnpm release:pack` first. Nothing was published.\n",
  );
});

test.each([[["--dry-run"]], [[]]])("publishes nothing of a prerelease, with %j", (args) => {
  pack(PACKAGES, "1.2.3-beta.0");
  const { stderr, ...rest } = publish(...args);
  expect(rest).toEqual({ status: 1, stdout: "", calls: [] });
  expect(stderr).toContain("A release has no prerelease version, got @grid-sdk/core 1.2.3-beta.0, ");
});
