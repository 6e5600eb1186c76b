import { glob, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);

test("every package takes shared versions from the catalog", async () => {
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
