import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { type FakePrograms, makeFakePrograms } from "../test/fake-programs.ts";
import { ROOT } from "../workspace/root.ts";
import { makeTemporaryClone, type TemporaryClone } from "../workspace/temporary-clone.ts";

// Not the bash of Windows itself, which runs another system.
const BASH = process.platform === "win32" ? String.raw`C:\Program Files\Git\bin\bash.exe` : "bash";
const CHANGESET = ".changeset/of-the-test.md";
const ORIGIN = "node_modules/origin.git";
/** Is there once the pull request has been opened. */
const PROPOSED = "node_modules/proposed";

let clone: TemporaryClone;
let programs: FakePrograms;
beforeAll(() => {
  clone = makeTemporaryClone();
  clone.git("remote", "add", "origin", ORIGIN);
  return () => clone.remove();
});
beforeEach(() => {
  clone.rewind();
  rmSync(join(clone.path, PROPOSED), { force: true });
  writeFileSync(join(clone.path, CHANGESET), '---\n"@grid-sdk/client": minor\n---\n\nA change.\n');
  clone.git("add", "--all");
  clone.git("commit", "--quiet", "--message", "Change something");
  rmSync(join(clone.path, ORIGIN), { recursive: true, force: true });
  clone.git("clone", "--quiet", "--bare", ".", ORIGIN);
  programs = makeFakePrograms(
    ["npx", "gh"],
    `const { spawnSync } = await import("node:child_process");
     const { existsSync, writeFileSync } = await import("node:fs");
     if (args.endsWith(" release:version"))
       process.exitCode = spawnSync(process.execPath, ["scripts/release/release-version.ts"], { stdio: "inherit" }).status;
     if (args.includes(" spec:update ")) {
       writeFileSync("openapi/new.yaml", args);
       console.log("A minor release: 1 addition.");
     }
     if (args.startsWith("pr list") && existsSync("${PROPOSED}")) console.log("7");
     if (args.startsWith("pr create")) writeFileSync("${PROPOSED}", "");`,
  );
  return () => programs[Symbol.dispose]();
});

/** Runs the commands of a workflow's job in the clone, as GitHub does, on main. Returns the job's outputs. */
function runJob(workflow: string, name: string, env: NodeJS.ProcessEnv = {}): string {
  const text = readFileSync(new URL(`.github/workflows/${workflow}.yml`, ROOT), "utf8");
  const { jobs } = parse(text) as { jobs: Record<string, { steps: { run?: string }[] }> };
  clone.git("switch", "--force", "--quiet", "main");
  clone.git("reset", "--hard", "--quiet");
  const runner = join(clone.path, "node_modules/runner");
  mkdirSync(runner, { recursive: true });
  const output = join(runner, "output");
  writeFileSync(output, "");
  for (const { run } of jobs[name]?.steps ?? []) {
    if (run === undefined) continue;
    const { status, stderr } = spawnSync(BASH, ["-e", "-o", "pipefail", "-c", run], {
      cwd: clone.path,
      env: {
        ...programs.env,
        RUNNER_TEMP: runner,
        GITHUB_OUTPUT: output,
        GIT_CONFIG_GLOBAL: join(runner, "none"),
        ...env,
      },
      encoding: "utf8",
    });
    expect({ run, status, stderr: status === 0 ? "" : stderr }).toEqual({ run, status: 0, stderr: "" });
  }
  return readFileSync(output, "utf8");
}

/** What a branch of the remote has that main has not: the subject of each commit, and the files. */
function readPushed(branch: string): { commits: string[]; files: string[] } {
  const lines = (...args: string[]) =>
    clone
      .git("--git-dir", ORIGIN, ...args)
      .stdout.split("\n")
      .filter(Boolean);
  return {
    commits: lines("log", "--format=%s", `main..${branch}`),
    files: lines("diff", "--name-only", "main", branch),
  };
}

const takeProposals = () => programs.takeCalls().filter((call) => /^gh pr (?:create|edit)/.test(call));

test("a release is computed in one job, and proposed by another as one commit of what the first changed", () => {
  const output = runJob("release", "version");
  const [, version = ""] = /^version=(\d+\.\d+\.\d+)$/m.exec(output) ?? [];
  expect(output).toMatch(/^pending=[1-9]\d*$/m);
  expect(version).not.toBe("0.0.0");
  for (const proposed of ["create --head release/next --base main", "edit release/next"]) {
    runJob("release", "propose", { VERSION: version });
    const { commits, files } = readPushed("release/next");
    expect(commits).toEqual([`Release ${version}`]);
    expect(files).toEqual(expect.arrayContaining([CHANGESET, "packages/client/CHANGELOG.md"]));
    expect(takeProposals()).toEqual([expect.stringContaining(`gh pr ${proposed} --title Release ${version}`)]);
  }
});

test("an update is computed in one job, and proposed by another as one commit of what the first changed", () => {
  expect(runJob("spec-sync", "update", { SPEC_URL: "https://example.com/openapi.yaml" })).toBe("changed=true\n");
  for (const proposed of ["create --head spec-sync --base main", "edit spec-sync"]) {
    runJob("spec-sync", "propose");
    expect(readPushed("spec-sync")).toEqual({
      commits: ["Update the line latest to the API's specification"],
      files: ["openapi/new.yaml"],
    });
    const title = "--title Update the line latest: A minor release: 1 addition. --body-file ";
    expect(takeProposals()).toEqual([expect.stringContaining(`gh pr ${proposed} ${title}`)]);
  }
  runJob("spec-sync", "test");
  expect(clone.git("diff", "--cached", "--name-only").stdout).toBe("openapi/new.yaml\n");
});
