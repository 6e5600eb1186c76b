import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readFragment } from "@grid-sdk/openapi";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { renderReference } from "@grid-sdk/reference";
import { describe, expect, test } from "vitest";
import { listBundled } from "../../packages/reference/build/list-bundled.ts";
import { ROOT } from "../workspace/root.ts";

const PUBLISHED = ["client", "core", "device", "mock", "emulator", "reference"];
const distOf = (name: string) => fileURLToPath(new URL(`packages/${name}/dist/`, ROOT));

/** The titles of the sections of a package's notices, each with its text. */
function readNotices(name: string): Map<string, string> {
  const path = `${distOf(name)}THIRD-PARTY-LICENSES.md`;
  const [, ...sections] = existsSync(path) ? readFileSync(path, "utf8").split(/^## /m) : [];
  return new Map(sections.map((section) => [section.split(" (")[0] ?? "", section.split("\n").slice(1).join("\n")]));
}

/** The packages that the source maps of a build name. */
function listBuiltIn(name: string): string[] {
  const maps = readdirSync(distOf(name)).filter((file) => file.endsWith(".map"));
  const sources = maps.flatMap((map) => {
    const read = JSON.parse(readFileSync(distOf(name) + map, "utf8")) as { readonly sources: readonly string[] };
    return read.sources;
  });
  return [...new Set(sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []))];
}

test.each(PUBLISHED)("@grid-sdk/%s ships the licence of each package that is built into it", (name) => {
  const noticed = new Set([...readNotices(name).keys()].map((title) => title.split(" ")[0]));
  expect(listBuiltIn(name).filter((own) => !noticed.has(own))).toEqual([]);
});

test("the mock ships the licences of Prism", () => {
  expect([...readNotices("mock").keys()].join()).toContain("@stoplight/prism-http");
});

describe("the renderer of the reference page", () => {
  const notices = readNotices("reference");

  test("ships the licence of each package that Scalar's bundle is made of, with its version", () => {
    const bundled = listBundled().map(({ name, version }) => `${name} ${version}`);
    expect(bundled[0]).toMatch(/^@scalar\/api-reference \d/);
    expect(bundled.filter((title) => title.startsWith("@vue/"))).toHaveLength(4);
    expect([...notices.keys()].toSorted()).toEqual(bundled.toSorted());
  });

  test("has of each its copyright and its terms, not only its name", () => {
    const bare = [...notices].filter(
      ([, text]) => !/copyright/i.test(text) || !/permission|licen[sc]e|redistribution/i.test(text),
    );
    expect(bare.map(([title]) => title)).toEqual([]);
  });

  test("are in each page", async () => {
    const html = await renderReference(await readFragment(SPECIFICATION));
    const missing = [...notices].filter(([title, text]) => !html.includes(title) || !html.includes(text.trim()));
    expect(missing.map(([title]) => title)).toEqual([]);
  });
});
