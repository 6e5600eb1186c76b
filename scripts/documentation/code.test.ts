import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listBlocks, listPages, root } from "./list-pages.ts";

/** The tests of their packages run their code: each block names its file. */
const RUN_BY_THEIR_PACKAGE = new Set([
  "packages/mock/README.md",
  "packages/mock/examples/README.md",
  "packages/emulator/README.md",
]);
/** `pnpm test:consumers` runs their code with the packed packages: each block is a file of the folder. */
const RUN_BY_THE_MATRIX = [
  ["docs/jest.md", "js", "scripts/consumers/fixtures/jest/**/*.cjs"],
  ["docs/nextjs.md", "ts", "scripts/consumers/fixtures/next/{lib,app}/**/*.ts"],
] as const;
const runElsewhere = new Set([...RUN_BY_THEIR_PACKAGE, ...RUN_BY_THE_MATRIX.map(([path]) => path)]);
const pages = listPages().filter(({ path }) => !runElsewhere.has(path));

/** The examples, which tests run, by their content. */
const examples = new Map<string, string>();
for await (const path of glob(["packages/{client,device}/examples/**/*.ts", "examples/*/{page,server}/*.ts"], {
  cwd: root,
})) {
  examples.set(readFileSync(join(root, path), "utf8"), path);
}
const blocks = pages.flatMap((page) => listBlocks(page, "ts").map((block) => ({ page: page.path, block })));
const programs = pages.flatMap((page) =>
  listBlocks(page, "js").map((program, at) => ({ name: `${page.path}, ${at + 1}`, program })),
);

test("every block of TypeScript is an example that tests run, as it is", () => {
  expect(blocks.length).toBeGreaterThan(20);
  expect(blocks.filter(({ block }) => !examples.has(block))).toEqual([]);
});

test("every example of a package is on a page", () => {
  const shown = new Set(blocks.map(({ block }) => block));
  const missing = [...examples].filter(([code, path]) => path.startsWith("packages/") && !shown.has(code));
  expect(missing.map(([, path]) => path)).toEqual([]);
});

test.each(RUN_BY_THE_MATRIX)("the blocks of %s are the files that the matrix runs", async (path, language, files) => {
  const page = listPages().find((one) => one.path === path);
  const codes: string[] = [];
  for await (const file of glob(files, { cwd: root })) codes.push(readFileSync(join(root, file), "utf8"));
  expect(codes.length).toBeGreaterThan(2);
  expect(page && listBlocks(page, language).toSorted()).toEqual(codes.toSorted());
});

test.each(programs)("the JavaScript of $name prints what its comments say", ({ program }) => {
  const said = [...program.matchAll(/^console\.log.*; \/\/ (.*)$/gm)].map(([, comment]) => `${comment}\n`);
  expect(said.length).toBeGreaterThan(0);
  const args = ["--no-warnings", "--input-type=module", "--eval", program];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: join(root, "scripts"),
    encoding: "utf8",
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: said.join(""), stderr: "" });
});
