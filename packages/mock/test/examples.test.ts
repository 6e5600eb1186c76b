import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { PATIENCE_MS } from "../../../vitest.base.ts";

const directory = fileURLToPath(new URL("../examples/", import.meta.url));
const { resolve } = createRequire(join(directory, "package.json"));
const binOf = (name: string, bin: string) => join(dirname(resolve(`${name}/package.json`)), bin);

const TEST_LIMIT = `--testTimeout=${PATIENCE_MS}`;
const LIMITS = [TEST_LIMIT, `--hookTimeout=${PATIENCE_MS}`];
const RUNNERS = [
  {
    runner: "vitest",
    args: [binOf("vitest", "vitest.mjs"), "run", "--root", "vitest", "--reporter=tap-flat", ...LIMITS],
    passed: "1..4\n",
  },
  {
    runner: "jest, as CommonJS",
    args: [
      binOf("jest", "bin/jest.js"),
      "--config",
      "jest/jest.config.cjs",
      "--json",
      "--detectOpenHandles",
      TEST_LIMIT,
    ],
    passed: '"numPassedTests":5',
  },
  {
    runner: "node:test",
    args: ["--test", "--test-reporter=tap", "node-test/wallet.test.mjs"],
    passed: "# pass 4\n",
  },
];

test.each(RUNNERS)("a consumer's code is tested under $runner", async ({ args, passed }) => {
  // Without the variables that this test runner sets for its own child processes.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/VITEST|^TEST$|^NODE_(?!COMPILE)/.test(name)),
  );
  const child = spawn(process.execPath, args, { cwd: directory, env });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.not.stringContaining("open handle") });
  expect(stdout).toContain(passed);
});
