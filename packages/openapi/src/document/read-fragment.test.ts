import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFragment } from "./read-fragment.ts";

test("a JSON file that is not valid JSON is refused by its name", async () => {
  const folder = await mkdtemp(join(tmpdir(), "read-fragment-"));
  try {
    const file = join(folder, "broken.json");
    await writeFile(file, '{"openapi": ');
    await expect(readFragment(file)).rejects.toThrow(`${file} is not valid JSON: `);
  } finally {
    await rm(folder, { recursive: true });
  }
});
