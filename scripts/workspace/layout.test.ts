import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readLines } from "./lines.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const contributing = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
/** Folders whose own folders are listed as well. */
const NESTED = new Set(["bench", "packages", "scripts"]);

/** The items of a section's lists. */
function readItems(title: string): string[] {
  const [, section = ""] = contributing.split(`\n## ${title}\n`);
  const [own = ""] = section.split("\n## ");
  return [...own.matchAll(/^- (.*)$/gm)].map(([, item = ""]) => item);
}

/** The items of the layout: a folder, and what is in it. */
function readLayout(): { readonly folder: string; readonly what: string }[] {
  return readItems("Layout").map((item) => {
    const [, folder = "", what = ""] = /^`(.*?)`: (.*)$/.exec(item) ?? [];
    return { folder, what };
  });
}

/** The paths that a text names; one with `<line>` is one of each line. */
function pathsIn(text: string): string[] {
  const paths = [...text.matchAll(/`([^`\s]+\/[^`\s]*)`/g)].map(([, path = ""]) => path);
  return paths.flatMap((path) =>
    path.includes("<line>") ? readLines().map(({ name }) => path.replace("<line>", name)) : [path],
  );
}

/** Every folder that the layout has to list: at the root, and in `FLOORS`. Folders with a dot belong to tools. */
function listFolders(): string[] {
  const { stdout } = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  const folders = stdout.split("\n").flatMap((file) => {
    const [first = "", ...rest] = file.split("/");
    if (first.startsWith(".") || rest.length === 0 || !existsSync(join(root, file))) return [];
    if (!NESTED.has(first)) return [`${first}/`];
    return rest.length > 1 ? [`${first}/${rest[0]}/`] : [];
  });
  return [...new Set(folders)].toSorted();
}

describe("CONTRIBUTING's layout", () => {
  test("lists each folder of the tree, and nothing else", () => {
    expect(
      readLayout()
        .map(({ folder }) => folder)
        .toSorted(),
    ).toEqual(listFolders());
  });

  test("says of each folder what is in it", () => {
    for (const item of readLayout()) expect(item).toEqual({ ...item, what: expect.stringMatching(/\w{3}/) });
  });
});

describe("CONTRIBUTING's list of changes", () => {
  const items = readItems("Where to change what").map((item) => {
    const [, title = "", files = "", tests = ""] = /^\*\*(.*?)\*\* (.*) Test: (.*)$/.exec(item) ?? [];
    return { title, files, tests };
  });

  test("has items", () => {
    expect(items.length).toBeGreaterThan(0);
  });

  test.each(items)("names files and tests that exist: $title", ({ files, tests }) => {
    expect(tests).not.toBe("");
    for (const path of pathsIn(files + tests))
      expect({ path, exists: existsSync(join(root, path)) }).toEqual({ path, exists: true });
    expect(pathsIn(files).length).toBeGreaterThan(0);
  });

  test("names scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
    const named = items.flatMap(({ files, tests }) =>
      [...(files + tests).matchAll(/`pnpm ([\w:]+)/g)].map(([, name = ""]) => name),
    );
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    expect(named.length).toBeGreaterThan(3);
  });
});

test("every script of package.json is at the top of the folder of its job", () => {
  const manifest = readFileSync(join(root, "package.json"), "utf8");
  const commands = [...manifest.matchAll(/node ((?:scripts|bench)\/[^\s"]+)/g)].map(([, path = ""]) => path);
  expect(commands.length).toBeGreaterThan(10);
  for (const path of commands) {
    expect(path).toMatch(/^(?:scripts\/[a-z]+|bench)\/[a-z-]+\.ts$/);
    expect({ path, exists: existsSync(join(root, path)) }).toEqual({ path, exists: true });
  }
});
