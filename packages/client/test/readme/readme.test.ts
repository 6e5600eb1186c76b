import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/limits.ts";
import { listFailures } from "../support/failures.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const REPOSITORY = "https://github.com/grid-sdk/grid-sdk/blob/main/";
const PAGES = ["README.md", "packages/client/README.md", "docs/errors.md", "docs/options.md", "docs/recipes.md"];
const FRONT_PAGES = ["packages/client/README.md", "packages/core/README.md"];
const read = (path: string) => readFile(join(root, path), "utf8");
const listBlocks = (page: string) => [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
const listLinks = (page: string) => [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link ?? "");

describe("the code of the pages", () => {
  test("is the examples as they are, and shows each", async () => {
    const blocks = (await Promise.all(PAGES.map(read))).flatMap(listBlocks);
    const examples = join(root, "packages/client/examples");
    const names = await readdir(examples);
    const contents = await Promise.all(names.map((name) => readFile(join(examples, name), "utf8")));
    const demo = await read("examples/passkey-login/server/explain.ts");
    expect([...new Set(blocks)].toSorted()).toEqual([...contents, demo].toSorted());
  });

  test.each(["README.md", "packages/client/README.md"])("begins with the first call: %s", async (path) => {
    expect(listBlocks(await read(path))[0]).toBe(await read("packages/client/examples/challenge.ts"));
  });
});

test("tells for every failure what the caller gets and whether it was repeated", async () => {
  const REPEATED = { any: "any call", safe: "GET, unsigned DELETE", no: "no" };
  const rows = listFailures("https://another.example").map(({ name, error, mayHaveBeenProcessed, repeated }) =>
    [name, `\`${error}\``, mayHaveBeenProcessed ? "maybe" : "no", REPEATED[repeated]].join(" | "),
  );
  const page = await read("docs/errors.md");
  const [, table = ""] = /## Failures\n[\s\S]*?\|---\|---\|---\|---\|\n((?:\|.*\|\n)+)/.exec(page) ?? [];
  expect(table.trimEnd().split("\n")).toEqual(rows.map((row) => `| ${row} |`));
});

describe("the table of options", async () => {
  const page = await read("docs/options.md");
  const rows = [...page.matchAll(/^\| ((?:`\w+`(?:, )?)+) \| (yes|no) \| (.*?) \|/gm)].flatMap(
    ([, names = "", call, value]) => [...names.matchAll(/\w+/g)].map(([name]) => ({ name, call, value })),
  );

  test("has every option of a client and of a call", async () => {
    const source = await read("packages/client/src/options.ts");
    const options = [...source.matchAll(/^  (\w+)\?:/gm)].map(([, name]) => name);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(options.toSorted());
  });

  test("says the defaults that the client has", () => {
    const said = new Map(rows.map(({ name, value }) => [name, value]));
    for (const [name, value] of Object.entries(DEFAULT_LIMITS)) {
      const text = value === Infinity ? "none" : typeof value === "number" ? value.toLocaleString("en") : String(value);
      expect([name, said.get(name)]).toEqual([name, text]);
    }
  });
});

describe("the links", () => {
  test.each([
    "README.md",
    "docs/errors.md",
    "docs/options.md",
    "docs/recipes.md",
    "docs/testing.md",
    "docs/api-changes.md",
  ])("of %s lead to what there is", async (path) => {
    const files = listLinks(await read(path)).filter((link) => !/^(https?:|#)/.test(link));
    for (const link of files)
      expect([link, existsSync(join(root, dirname(path), link.replace(/#.*/, "")))]).toEqual([link, true]);
  });

  test.each(FRONT_PAGES)("of %s work from a package registry", async (path) => {
    const links = listLinks(await read(path));
    expect(links.filter((link) => !link.startsWith("https://"))).toEqual([]);
    const own = links.filter((link) => link.startsWith(REPOSITORY)).map((link) => link.slice(REPOSITORY.length));
    expect(own.length).toBeGreaterThan(0);
    for (const link of own) expect([link, existsSync(join(root, link))]).toEqual([link, true]);
  });
});
