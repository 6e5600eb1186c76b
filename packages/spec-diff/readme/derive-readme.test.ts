import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { cases } from "../cases/index.ts";
import { deriveReadme } from "./derive-readme.ts";

test("the README is what the cases give: `pnpm --filter @grid-sdk/spec-diff readme` writes it", async () => {
  expect(await readFile(new URL("../README.md", import.meta.url), "utf8")).toBe(deriveReadme());
});

test("the README has every case, and the levels of both directions where they differ", () => {
  const readme = deriveReadme();
  for (const { name } of cases) expect(readme).toContain(`| ${name.replace(/, in a (?:request|response)$/, "")} |`);
  expect(readme).toContain("| a branch is added | minor in a request, widening in a response |\n");
  expect(readme).toContain("| a branch is removed | breaking |\n");
});
