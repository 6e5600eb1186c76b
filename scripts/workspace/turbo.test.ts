import { readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { listImports } from "../test/list-imports.ts";
import { readLines } from "./lines.ts";
import { ROOT } from "./root.ts";
import { makeTemporaryClone, type TemporaryClone } from "./temporary-clone.ts";

interface Task {
  readonly taskId: string;
  readonly task: string;
  readonly directory: string;
  readonly command: string;
  readonly hash: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly dependencies: readonly string[];
}

interface DryRun {
  readonly tasks: readonly Task[];
  readonly globalCacheInputs: { readonly files: Readonly<Record<string, string>> };
}

/** The tasks of the root that `pnpm test` runs, each with the script of package.json that it is. */
const ROOT_TASKS = ["//#generate:check", "//#spec:check", "//#lint", "//#api:check"];
/** The tasks that read a fragment. */
const OF_FRAGMENTS = [
  "//#generate:check",
  "//#spec:check",
  "//#lint",
  ...["core", "client", "mock", "emulator"].flatMap((name) => [`@grid-sdk/${name}#build`, `@grid-sdk/${name}#test`]),
  "@grid-sdk/scripts#test",
  "@grid-sdk/scripts#test:readme",
];
/** Tests that are a task of their own. */
const IN_README = /^(?:test\/readme|documentation)\//;
const IN_BROWSER = /^reference\//;
const root = fileURLToPath(ROOT).replaceAll("\\", "/");
const { globalDependencies } = JSON.parse(readFileSync(new URL("turbo.json", ROOT), "utf8")) as {
  globalDependencies: readonly string[];
};

let clone: TemporaryClone;
let before: DryRun;
let tracked: readonly string[];
beforeAll(() => {
  clone = makeTemporaryClone();
  before = run();
  tracked = clone.git("ls-files").stdout.split("\n").filter(Boolean);
  return () => clone.remove();
});

/** What turbo would do for `pnpm test`. */
function run(): DryRun {
  const { scripts } = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [, names = ""] = /^turbo run (.*?) --/.exec(scripts["test"] ?? "") ?? [];
  const { stdout, stderr, status } = clone.node(
    "node_modules/turbo/bin/turbo",
    "run",
    ...names.split(" "),
    "--dry=json",
  );
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout) as DryRun;
}

/** The tasks that come from the cache although a file of the clone has changed. The file is put back. */
function listUnchanged(file: string, edit: (text: string) => string = (text) => `${text}\n`): string[] {
  const path = join(clone.path, file);
  const text = readFileSync(path, "utf8");
  const edited = edit(text);
  expect(edited).not.toBe(text);
  writeFileSync(path, edited);
  const hashes = new Map(run().tasks.map(({ taskId, hash }) => [taskId, hash]));
  writeFileSync(path, text);
  return before.tasks.filter(({ taskId, hash }) => hashes.get(taskId) === hash).map(({ taskId }) => taskId);
}

/** The files that a task runs again for, by their paths from the root: its own inputs, and those of what it depends on. */
function listInputs(taskId: string): Set<string> {
  const tasks = new Map(before.tasks.map((task) => [task.taskId, task]));
  // package.json and turbo.json of the root are inputs of all.
  const files = new Set(["package.json", "turbo.json", ...Object.keys(before.globalCacheInputs.files)]);
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const task = tasks.get(id);
    if (!task || seen.has(id)) return;
    seen.add(id);
    for (const file of Object.keys(task.inputs)) files.add(posix.join(task.directory, file));
    for (const dependency of task.dependencies) visit(dependency);
  };
  visit(taskId);
  return files;
}

/** What modules of this checkout need and turbo does not see, by their paths from the root. What is built is up to `build`. */
function listUnseen(taskId: string, modules: readonly string[]): string[] {
  const inputs = listInputs(taskId);
  const { files } = listImports(modules.map((module) => root + module));
  const paths = [...files].map((file) => file.slice(root.length));
  return paths.filter((path) => !inputs.has(path) && !path.includes("/dist/")).toSorted();
}

/** The tasks of packages that have the script. */
function listTasks(name: string): Task[] {
  return before.tasks.filter(({ task, directory, command }) => {
    return task === name && directory !== "" && command !== "<NONEXISTENT>";
  });
}

test("nothing is run again where nothing has changed", () => {
  expect(run().tasks.map(({ hash }) => hash)).toEqual(before.tasks.map(({ hash }) => hash));
});

describe("turbo runs again", () => {
  test.each(readLines())("what reads the fragment of $name, once it has changed", ({ fragment }) => {
    const unchanged = listUnchanged(fragment, (text) => `${text}# A comment.\n`);
    expect(OF_FRAGMENTS.filter((id) => unchanged.includes(id))).toEqual([]);
    const ids = before.tasks.map(({ taskId }) => taskId);
    expect(ids).toEqual(expect.arrayContaining(OF_FRAGMENTS));
  });

  test("everything, once a file has changed that all packages share", () => {
    const shared = tracked.filter((file) => /^[^/]*\.(?:base|build)\.(?:ts|json)$/.test(file));
    expect(shared.toSorted()).toEqual(globalDependencies.toSorted());
    expect(Object.keys(before.globalCacheInputs.files)).toEqual(expect.arrayContaining(shared));
    expect(listUnchanged("vitest.build.ts")).toEqual([]);
  });

  test.each(["openapi-typescript", "oxlint"])("the root's tasks, once %s has another version", (name) => {
    const edit = (text: string) => text.replaceAll(new RegExp(`(?<=\\b${name}@)\\d+\\.\\d+\\.\\d+`, "g"), "0.0.1");
    const unchanged = listUnchanged("pnpm-lock.yaml", edit);
    expect(ROOT_TASKS.filter((id) => unchanged.includes(id))).toEqual([]);
  });

  test.each<[file: RegExp, tasks: readonly string[]]>([
    [/^packages\/core\/src\/generated\/.*\.ts$/, ["//#generate:check", "//#spec:check"]],
    [/^packages\/client\/src\/generated\/.*\.ts$/, ["//#generate:check", "//#spec:check"]],
    [/^api\/client\.api\.md$/, ["//#api:check"]],
    [/^\.changeset\/config\.json$/, ["//#spec:check", "//#lint", "@grid-sdk/scripts#test"]],
    [/^\.github\/workflows\/ci\.yml$/, ["//#lint", "@grid-sdk/scripts#test"]],
    [/^\.github\/renovate\.json$/, ["//#lint", "@grid-sdk/scripts#test"]],
    [/^pnpm-workspace\.yaml$/, ["//#lint", "@grid-sdk/scripts#test"]],
    [/^openapi\/selection\.json$/, ["//#generate:check", "//#spec:check", "//#lint"]],
  ])("what reads %s", (pattern, tasks) => {
    const file = tracked.find((path) => pattern.test(path)) ?? "";
    const unchanged = listUnchanged(file);
    expect(tasks.filter((id) => unchanged.includes(id))).toEqual([]);
  });

  test("the lint, once any file has changed that is not Markdown", () => {
    const inputs = listInputs("//#lint");
    expect(tracked.filter((file) => !inputs.has(file) && !file.endsWith(".md"))).toEqual([]);
  });

  test.each(ROOT_TASKS.filter((id) => id !== "//#lint"))(
    "%s, once anything has changed that its script needs",
    (taskId) => {
      const { command = "" } = before.tasks.find((task) => task.taskId === taskId) ?? {};
      const scripts = [...command.matchAll(/\bscripts\/\S+\.ts/g)].map(([path]) => path);
      expect(scripts.length).toBeGreaterThan(0);
      expect(listUnseen(taskId, scripts)).toEqual([]);
    },
  );

  test.each<[name: string, modules: (path: string) => boolean]>([
    ["build", (path) => /^(?:src\/|tsdown\.config\.ts$)/.test(path) && !/\.test(?:-d)?\.ts$/.test(path)],
    [
      "test",
      (path) => /\.test\.ts$|^vitest\.config\.ts$/.test(path) && !IN_README.test(path) && !IN_BROWSER.test(path),
    ],
    [
      "test:readme",
      (path) => (IN_README.test(path) && path.endsWith(".test.ts")) || path === "vitest.readme.config.ts",
    ],
  ])("%s of a package, once anything has changed that its modules need", (name, isOf) => {
    const unseen = listTasks(name).map(({ taskId, directory }) => {
      const own = tracked.filter((file) => file.startsWith(`${directory}/`));
      const modules = own.filter((file) => isOf(file.slice(directory.length + 1)));
      return { taskId, paths: listUnseen(taskId, modules) };
    });
    expect(unseen.length).toBeGreaterThan(1);
    expect(unseen.filter(({ paths }) => paths.length > 0)).toEqual([]);
  });

  test("typecheck of a package, once anything has changed that its modules import", () => {
    const unseen = listTasks("typecheck").map(({ taskId, directory }) => {
      const own = tracked.filter((file) => file.startsWith(`${directory}/`) && file.endsWith(".ts"));
      return { taskId, paths: listUnseen(taskId, own).filter((path) => path.endsWith(".ts")) };
    });
    expect(unseen.length).toBeGreaterThan(1);
    expect(unseen.filter(({ paths }) => paths.length > 0)).toEqual([]);
  });
});
