import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readLines } from "./lines.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const contributing = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
/** Folders whose own folders are rooms as well. */
const FLOORS = new Set(["bench", "packages", "scripts"]);

/** The cells of the rows of a section's table. */
function readTable(title: string): string[][] {
  const [, section = ""] = contributing.split(`\n## ${title}\n`);
  const [own = ""] = section.split("\n## ");
  const rows = own.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The paths of a cell; one of `<line>` is one of each line. */
function pathsIn(cell: string): string[] {
  const paths = [...cell.matchAll(/`([^`\s]+\/[^`\s]*)`/g)].map(([, path = ""]) => path);
  return paths.flatMap((path) =>
    path.includes("<line>") ? readLines().map(({ name }) => path.replace("<line>", name)) : [path],
  );
}

/** Every folder of the tree that is a room: at the root, and on the floors. Folders with a dot are tools' own. */
function listRooms(): string[] {
  const { stdout } = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  const rooms = stdout.split("\n").flatMap((file) => {
    const [first = "", ...rest] = file.split("/");
    if (first.startsWith(".") || rest.length === 0 || !existsSync(join(root, file))) return [];
    if (!FLOORS.has(first)) return [`${first}/`];
    return rest.length > 1 ? [`${first}/${rest[0]}/`] : [];
  });
  return [...new Set(rooms)].toSorted();
}

describe("CONTRIBUTING's layout", () => {
  test("has a row for each room of the tree, and for nothing else", () => {
    expect(
      readTable("Layout")
        .flatMap(([where = ""]) => pathsIn(where))
        .toSorted(),
    ).toEqual(listRooms());
  });

  test("says of each room what it is", () => {
    for (const [where = "", what] of readTable("Layout"))
      expect({ where, what }).toEqual({ where, what: expect.stringMatching(/\w{3}/) });
  });
});

describe("CONTRIBUTING's table of changes", () => {
  const rows = readTable("Where to change what");

  test("has rows", () => {
    expect(rows.length).toBeGreaterThan(0);
  });

  test.each(rows)("names files and tests that exist: %s", (_, files = "", tests = "") => {
    for (const cell of [files, tests]) {
      expect(cell).not.toBe("");
      for (const path of pathsIn(cell))
        expect({ path, exists: existsSync(join(root, path)) }).toEqual({ path, exists: true });
    }
    expect(pathsIn(files).length).toBeGreaterThan(0);
  });

  test("names scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
    const named = rows.flat().flatMap((cell) => [...cell.matchAll(/`pnpm ([\w:]+)/g)].map(([, name = ""]) => name));
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    expect(named.length).toBeGreaterThan(3);
  });
});

test("every script of package.json stands at the top of the folder of its job", () => {
  const manifest = readFileSync(join(root, "package.json"), "utf8");
  const commands = [...manifest.matchAll(/node ((?:scripts|bench)\/[^\s"]+)/g)].map(([, path = ""]) => path);
  expect(commands.length).toBeGreaterThan(10);
  for (const path of commands) {
    expect(path).toMatch(/^(?:scripts\/[a-z]+|bench)\/[a-z-]+\.ts$/);
    expect({ path, exists: existsSync(join(root, path)) }).toEqual({ path, exists: true });
  }
});
