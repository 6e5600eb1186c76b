import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const here = new URL("../../", import.meta.url);
const readme = await readFile(new URL("README.md", here), "utf8");
const recipes = await readFile(new URL("../../docs/sign-in.md", here), "utf8");

const listBlocks = (text: string) => [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block);

async function listExamples(except: string): Promise<string[]> {
  const examples = new URL("examples/", here);
  const paths = (await readdir(examples, { recursive: true })).map((path) => path.replaceAll("\\", "/"));
  expect(paths).toContain(except);
  const shown = paths.filter((path) => path.endsWith(".ts") && path !== except);
  return Promise.all(shown.map((path) => readFile(new URL(path, examples), "utf8")));
}

test("the README shows the examples as they are, the first calls first", async () => {
  const blocks = listBlocks(readme);
  const demo = await readFile(new URL("../../examples/passkey-login/page/change.ts", here), "utf8");
  expect(blocks.toSorted()).toEqual([...(await listExamples("backend/to-response.ts")), demo].toSorted());
  expect(blocks[0]).toBe(await readFile(new URL("examples/first-calls.ts", here), "utf8"));
});

test("the recipes show the examples as they are", async () => {
  expect(listBlocks(recipes).toSorted()).toEqual((await listExamples("first-calls.ts")).toSorted());
});

test("the README tells of each error code what to do", async () => {
  const source = await readFile(new URL("src/errors/grid-device-error.ts", here), "utf8");
  const codes = [...source.matchAll(/^ {2}\| "(\w+)"/gm)].map(([, code]) => code);
  const [, table = ""] = /## Errors\n[\s\S]*?\|---\|---\|---\|\n((?:\|.*\|\n)+)/.exec(readme) ?? [];
  expect([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, code]) => code)).toEqual(codes);
  expect(codes).toHaveLength(10);
});
