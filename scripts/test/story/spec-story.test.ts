import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { LINE_PACKAGES, PACKAGES } from "../../workspace/packages.ts";
import { makeSpecificationClone, type SpecificationClone } from "../specification-clone.ts";
import { revisions, type Revision } from "./revisions.ts";

/** All packages are released at one version. */
const all = (version: string) => Object.fromEntries(PACKAGES.map((name) => [name, version]));
const FRAGMENT = "openapi/2026-04-23/grid-auth.yaml";
const CHANGESETS = [".changeset/spec-2026-04-23.md", ".changeset/spec-2026-04-23-others.md"] as const;
const REVISION = "node_modules/revision.yaml";
const TSC = "node_modules/typescript-7/bin/tsc";

/** Compiles the sources of both packages in one program: to build core first takes longer. */
const COMPILED = {
  extends: "./tsconfig.base.json",
  compilerOptions: {
    paths: { "@grid-sdk/core": ["./packages/core/src/index.ts"] },
    typeRoots: ["./packages/client/node_modules/@types"],
  },
  include: ["packages/core/src", "packages/client/src"],
  exclude: ["packages/client/src/**/*.test.ts"],
};

let clone: SpecificationClone;

beforeAll(async () => {
  clone = await makeSpecificationClone();
  // The story begins after a release, so that each level shows in the version.
  for (const name of PACKAGES) {
    const path = join(clone.path, `packages/${name}/package.json`);
    writeFileSync(path, readFileSync(path, "utf8").replace(/"version": ".*?"/, '"version": "1.0.0"'));
  }
  clone.commit("Release");
  return () => clone.remove();
});

/** Releases what is pending. Returns the new version of each package. */
function release(): Record<string, string> {
  expect(clone.node("node_modules/@changesets/cli/bin.js", "version")).toMatchObject({ status: 0 });
  clone.commit("Release");
  const versions = PACKAGES.map((name) => [name, JSON.parse(clone.read(`packages/${name}/package.json`)).version]);
  return Object.fromEntries(versions);
}

/** Writes the next revision into a file. */
function write({ edit, wrap = (document) => document }: Revision): string {
  const document = parse(clone.read(FRAGMENT));
  edit(document);
  const file = join(clone.path, REVISION);
  writeFileSync(file, stringify(wrap(document), { aliasDuplicateObjects: false }));
  return file;
}

/** Compiles core and client as they are now. */
function expectCompiled(): void {
  writeFileSync(join(clone.path, "tsconfig.compiled.json"), JSON.stringify(COMPILED));
  const { status, stdout } = clone.node(TSC, "-p", "tsconfig.compiled.json");
  rmSync(join(clone.path, "tsconfig.compiled.json"));
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
}

describe("ten revisions of the specification", () => {
  test.each(revisions.slice(0, 6))("$title: $bump", update);

  test("are released half way with all additions, without a breaking change", () => {
    expectNothingToDo();
    expect(release()).toEqual(all("1.1.0"));
    expectCompiled();
  });

  test.each(revisions.slice(6, 8))("$title: $bump", update);
  test.each(revisions.slice(8, 9))("$title: $bump", refuse);
  test.each(revisions.slice(9))("$title: $bump", update);

  test("are released as a major version whose changelog says what to do", async () => {
    expectNothingToDo();
    expect(release()).toEqual(all("2.0.0"));
    const [, latest = "", before = ""] = clone.read("packages/client/CHANGELOG.md").split(/^## /m);
    expect(latest).toMatch(/^2\.0\.0\n\n### Major Changes\n/);
    for (const text of ["stop calling it", "call the method of that name", "handle undefined"])
      expect(latest).toContain(text);
    expect(before).toMatch(/^1\.1\.0\n\n### Minor Changes\n/);
    for (const text of ["add it to your switches", "new and optional", "Documentation"]) expect(before).toContain(text);
    for (const name of PACKAGES) {
      const [, own = ""] = clone.read(`packages/${name}/CHANGELOG.md`).split(/^## /m);
      const isTouched = LINE_PACKAGES.includes(name);
      expect(own.includes("stop calling it")).toBe(isTouched);
      expect(own.includes("Nothing changes here: it is released with the packages")).toBe(!isTouched);
    }
    expect(await clone.findDrift()).toEqual([]);
    expectCompiled();
  });
});

async function update(revision: Revision): Promise<void> {
  const { files } = await clone.take(write(revision));
  const changes = clone.listChanges();
  const changesets = changes.filter((name) => name.startsWith(".changeset/"));
  const text = changesets.length === 0 ? "" : CHANGESETS.map((name) => clone.read(name)).join("");

  // The second changeset is for the packages without this line. It stays the same until the level of the release changes.
  expect(changesets.includes(CHANGESETS[0])).toBe(revision.bump !== "none");
  expect(changesets.filter((name) => !CHANGESETS.some((known) => known === name))).toEqual([]);
  const bumps = PACKAGES.map((name) => `"@grid-sdk/${name}": ${revision.bump}`);
  for (const words of changesets.length > 0 ? [...bumps, ...revision.says] : []) expect(text).toContain(words);
  expect([...files.keys()].toSorted()).toEqual(changes.toSorted());
  expect(await clone.findDrift()).toEqual([]);
  clone.commit(revision.title);
}

/** Applies the last revision again. */
function expectNothingToDo(): void {
  const again = clone.update(join(clone.path, REVISION));
  expect(again).toEqual({ status: 0, stdout: `Nothing to do: ${FRAGMENT} is up to date.\n`, stderr: "" });
  expect(clone.listChanges()).toEqual([]);
}

function refuse(revision: Revision): void {
  const { status, stderr } = clone.update(write(revision));
  expect({ status, changes: clone.listChanges() }).toEqual({ status: 1, changes: [] });
  for (const words of [...revision.says, "No file was changed."]) expect(stderr).toContain(words);
}
