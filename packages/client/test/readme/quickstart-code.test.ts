import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

test("shows the code that quickstart runs", async () => {
  const readme = await readFile(new URL("../../../../README.md", import.meta.url), "utf8");
  const example = await readFile(new URL("../../examples/challenge.ts", import.meta.url), "utf8");
  const [, block] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(block).toBe(example);
});
