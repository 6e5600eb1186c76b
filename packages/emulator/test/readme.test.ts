import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { compileAsConsumer } from "../../../consumer.base.ts";
import { PATIENCE_MS } from "../../../vitest.base.ts";
import { readSeedFile } from "../src/seed/read-seed-file.ts";
import { startGridEmulator } from "../src/index.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const readme = await readFile(join(root, "README.md"), "utf8");
/** The code blocks that say which file they are. */
const files = [...readme.matchAll(/```(?:ts|yaml)\n(?:\/\/|#) (\S+)\n([^]*?)```/g)].map(([, name = "", code = ""]) => ({
  name,
  code,
}));

let directory = "";
beforeAll(async () => {
  await mkdir(join(root, ".work"), { recursive: true });
  directory = await mkdtemp(join(root, ".work", "readme-"));
  await Promise.all(files.map(({ name, code }) => writeFile(join(directory, name), code)));
  const config = { include: ["*.test.ts"], testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS };
  await writeFile(join(directory, "vitest.config.mjs"), `export default { test: ${JSON.stringify(config)} };`);
  return () => rm(directory, { recursive: true, force: true });
});

test("its tests pass", async () => {
  expect(files.map(({ name }) => name)).toEqual(["sign-in.test.ts", "expiry.test.ts", "seed.yaml"]);
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/VITEST|^TEST$|^NODE_(?!COMPILE)/.test(name)),
  );
  const child = spawn(process.execPath, [vitest, "run"], { cwd: directory, env });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  expect({ code, output: stdout + stderr }).toMatchObject({ code: 0 });
});

test("its code compiles", async () => {
  // Without the runner's own types, which take longer than all the rest.
  const runner = "// oxlint-disable-next-line typescript/no-explicit-any\ndeclare const expect: any, test: any;";
  const tests = files.filter(({ name }) => name.endsWith(".ts"));
  for (const { name, code } of tests) {
    await writeFile(join(directory, `${name}.ts`), code.replace(/^import .* from "vitest";$/m, runner));
  }
  const { messages } = compileAsConsumer(
    tests.map(({ name }) => join(directory, `${name}.ts`)),
    { types: ["node"] },
  );
  expect(messages).toEqual([]);
});

test("its seed is one", async () => {
  await using emulator = await startGridEmulator({ seed: await readSeedFile(join(directory, "seed.yaml")) });
  expect(emulator.accounts.map(({ credentials }) => credentials.length)).toEqual([1, 3]);
});

describe("the table of rules", () => {
  const [, section = ""] = readme.split("\n## The rules\n");
  const rows = [...section.matchAll(/^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$/gm)];

  test("has a row for each rule, and a test each", async () => {
    const rules: string[] = [];
    const tests: string[] = [];
    for (const name of await readdir(join(root, "src/rules"))) {
      const source = await readFile(join(root, "src/rules", name), "utf8");
      rules.push(...[...source.matchAll(/^export function (\w+)/gm)].map(([, rule = ""]) => rule));
      const tested = await readFile(join(root, "test/rules", name.replace(".ts", ".test.ts")), "utf8");
      tests.push(...[...tested.matchAll(/^describe\("(\w+)"/gm)].map(([, rule = ""]) => rule));
    }
    expect(rows.map(([, rule = ""]) => rule).toSorted()).toEqual(rules.toSorted());
    expect(tests.toSorted()).toEqual(expect.arrayContaining(rules));
  });

  test("says of each whose it is", () => {
    for (const [, , source = ""] of rows) expect(source).toMatch(/specified|guide|sandbox|assumed/);
  });
});
