import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { expect, test } from "vitest";
import { planPages } from "../specification/lines-page/plan-pages.ts";
import { readLines, updatedLine } from "../workspace/lines.ts";
import { ROOT } from "../workspace/root.ts";
import { root } from "./list-pages.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");

test("the pages on the lines are what the fragments give: `pnpm spec:lines` writes them", async () => {
  const line = updatedLine();
  const pages = await planPages(ROOT, line, parse(read(line.fragment)));
  expect([...pages.keys()]).toEqual(["README.md", "docs/lines.md"]);
  for (const [path, page] of pages) expect(read(path)).toBe(page);
});

test.each(readLines())("README.md and docs/lines.md say the day of the line $name", ({ name, fragment }) => {
  const day = parse(read(fragment)).info["x-revision-date"];
  for (const page of ["README.md", "docs/lines.md"]) {
    const item = read(page)
      .split("\n")
      .find((line) => line.startsWith(`- **\`${name}\`**`));
    expect([page, item]).toEqual([page, expect.stringContaining(` the revision of ${day}`)]);
  }
});
