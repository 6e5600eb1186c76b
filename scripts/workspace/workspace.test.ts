import { readFileSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readLines } from "./lines.ts";
import { LINE_PACKAGES, PACKAGES } from "./packages.ts";

const root = new URL("../../", import.meta.url);

test("every package uses the versions of the catalog", async () => {
  const found: string[] = [];
  for await (const file of glob("{package.json,{bench,packages/*,scripts}/package.json}", { cwd: root })) {
    const manifest = JSON.parse(await readFile(new URL(file, root), "utf8"));
    for (const field of ["dependencies", "devDependencies"]) {
      for (const [name, range] of Object.entries(manifest[field] ?? {})) {
        if (range !== "catalog:" && range !== "workspace:^") found.push(`${file}: ${name} ${String(range)}`);
      }
    }
  }
  expect(found).toEqual([]);
});

test("no teardown hides the error of a set-up: it is what the set-up returns, or needs nothing of it", async () => {
  const found: string[] = [];
  for await (const file of glob("{bench,examples,packages,scripts}/**/*.test.ts", {
    cwd: root,
    exclude: ["**/node_modules/**", "packages/mock/examples/**"],
  })) {
    const text = await readFile(new URL(file, root), "utf8");
    // Declared without a value: undefined where the hook failed that was to set it.
    const unset = [...text.matchAll(/^ *let (\w+): [^=;]+;$/gm)].map(([, name = ""]) => name);
    for (const [hook] of text.matchAll(/^( *)afterAll\([^]*?\);$/gm)) {
      if (unset.some((name) => new RegExp(`\\b${name}\\.`).test(hook))) found.push(`${file}: ${hook}`);
    }
  }
  expect(found).toEqual([]);
});

test("names the packages that have an entry for each line", () => {
  const [, other] = readLines();
  const having = PACKAGES.filter((name) => {
    const manifest = readFileSync(new URL(`packages/${name}/package.json`, root), "utf8");
    return other && other.entry in (JSON.parse(manifest) as { exports: object }).exports;
  });
  expect(having).toEqual(LINE_PACKAGES);
});
