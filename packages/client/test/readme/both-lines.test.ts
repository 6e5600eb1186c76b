import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compileAsConsumer } from "../../../../consumer.base.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("the examples compile on the line latest as well, by another import", async () => {
  await mkdir(join(root, ".work"), { recursive: true });
  const directory = await mkdtemp(join(root, ".work", "latest-"));
  try {
    const names = (await readdir(join(root, "examples"))).filter((name) => name.endsWith(".ts"));
    for (const name of names) {
      const code = await readFile(join(root, "examples", name), "utf8");
      const ofLatest = code.replaceAll(`"@grid-sdk/client"`, `"@grid-sdk/client/latest"`);
      await writeFile(join(directory, name), ofLatest.replaceAll(/"(\.\/[\w-]+)\.ts"/g, `"$1.js"`));
    }
    const files = names.map((name) => join(directory, name));
    const { messages } = compileAsConsumer(files, { types: ["node"] });
    expect(messages).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
