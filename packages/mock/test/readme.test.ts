import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { beforeAll, expect, test } from "vitest";
import { PATIENCE_MS } from "../../../vitest.base.ts";
import { startGridMock } from "../src/index.ts";

const examples = fileURLToPath(new URL("../examples/", import.meta.url));
const { resolve } = createRequire(join(examples, "package.json"));
const binOf = (name: string, bin: string) => join(dirname(resolve(`${name}/package.json`)), bin);
const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
/** The code blocks that say which file they are. */
const files = [...readme.matchAll(/```(?:ts|js)\n\/\/ (\S+)\n([^]*?)```/g)].map(([, name = "", code = ""]) => ({
  name,
  code,
}));

let directory = "";
beforeAll(async () => {
  await mkdir(join(examples, ".work"), { recursive: true });
  directory = await mkdtemp(join(examples, ".work", "readme-"));
  await Promise.all(files.map(({ name, code }) => writeFile(join(directory, name), code)));
  const limits = { testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS };
  const vitest = { include: ["*.test.ts"], globalSetup: "./global-setup.ts", ...limits };
  await writeFile(join(directory, "vitest.config.mjs"), `export default { test: ${JSON.stringify(vitest)} };`);
  const jest = { testMatch: ["**/*.test.cjs"], watchman: false, testTimeout: PATIENCE_MS };
  await writeFile(join(directory, "jest.config.cjs"), `module.exports = ${JSON.stringify(jest)};`);
  return () => rm(directory, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/VITEST|^TEST$|^NODE_(?!COMPILE)/.test(name)),
  );
  const child = spawn(process.execPath, args, { cwd: directory, env });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { output: stdout + stderr, code: code as number };
}

test("every block of code is run", () => {
  expect(files.map(({ name }) => name)).toEqual([
    "ask-for-code.test.ts",
    "flow.test.ts",
    "refresh.test.ts",
    "per-file.test.ts",
    "per-file.test.cjs",
    "per-file.test.mjs",
    "global-setup.ts",
  ]);
  expect(readme.match(/^```(ts|js)$/gm)).toHaveLength(files.length);
});

test.each([
  ["vitest", [binOf("vitest", "vitest.mjs"), "run"]],
  ["Jest", [binOf("jest", "bin/jest.js"), "--config", "jest.config.cjs"]],
  ["node:test", ["--test", "per-file.test.mjs"]],
])("its tests pass under %s", async (_, args) => {
  const { output, code } = await run(...args);
  expect({ output, code }).toMatchObject({ code: 0 });
});

test("every reply of its list is accepted", async () => {
  const rows = [...readme.matchAll(/^- `([^`]+)`: /gm)].map(([, reply = ""]) => reply);
  expect(rows).toHaveLength(14);
  await using mock = await startGridMock();
  for (const row of rows) {
    const reply = runInNewContext(`(${row})`);
    expect(() => mock.reply("challengeAuthCredential", reply)).not.toThrow();
    mock.reset();
  }
});
