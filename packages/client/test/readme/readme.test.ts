import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { listFailures } from "../support/failures.ts";

const root = new URL("../../../../", import.meta.url);
const readme = await readFile(new URL("README.md", root), "utf8");
const recipes = await readFile(new URL("docs/recipes.md", root), "utf8");
const examples = new URL("../../examples/", import.meta.url);

test("shows each example as it is, and the one that quickstart runs first", async () => {
  const blocks = [...(readme + recipes).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block);
  const contents = (await readdir(examples)).map((name) => readFile(new URL(name, examples), "utf8"));
  expect(blocks.toSorted()).toEqual((await Promise.all(contents)).toSorted());
  expect(blocks[0]).toBe(await readFile(new URL("challenge.ts", examples), "utf8"));
});

test("tells for every failure what the caller gets and whether it was repeated", () => {
  const REPEATED = { any: "any call", safe: "GET, unsigned DELETE", no: "no" };
  const rows = listFailures("https://another.example").map(({ name, error, mayHaveBeenProcessed, repeated }) =>
    [name, `\`${error}\``, mayHaveBeenProcessed ? "maybe" : "no", REPEATED[repeated]].join(" | "),
  );
  const [, table = ""] = /## Failures\n[\s\S]*?\|---\|---\|---\|---\|\n((?:\|.*\|\n)+)/.exec(readme) ?? [];
  expect(table.trimEnd().split("\n")).toEqual(rows.map((row) => `| ${row} |`));
});
