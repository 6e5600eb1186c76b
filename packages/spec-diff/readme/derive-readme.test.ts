import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { cases } from "../cases/index.ts";
import { deriveReadme } from "./derive-readme.ts";

const README = await readFile(new URL("../README.md", import.meta.url), "utf8");

test("the README is what the cases give: `pnpm spec:cases` writes it", () => {
  expect(README).toBe(deriveReadme(README));
});

test("the README has every case, and the levels of both directions where they differ", () => {
  const readme = deriveReadme("# Introduction\n\n### A former chapter\n\n| a former case | docs |\n");
  expect(readme).toMatch(/^# Introduction\n\n### Operations/);
  expect(readme).not.toContain("a former case");
  for (const { name } of cases) expect(readme).toContain(`| ${name.replace(/, in a (?:request|response)$/, "")} |`);
  expect(readme).toContain("| a branch is added | minor in a request, widening in a response |\n");
  expect(readme).toContain("| a branch is removed | breaking |\n");
});
