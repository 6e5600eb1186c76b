import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, PATIENCE_MS, runProgram, type Workbench } from "./check.ts";
import { nodeOf } from "./list-runtimes.ts";

const BUILT_IN = /(?:from|import|require)\s*\(?\s*["'](node:|fs|path|http|https|stream|crypto|buffer|util)\b/;

/** Test runners that load client and mock, and bundlers whose bundles make a challenge call. */
export function listTools(bench: Workbench): Check[] {
  const node = nodeOf(bench, "24");
  const bundle = (name: string, ...args: string[]): Check => ({
    kind: "bundler",
    name,
    run: async () => {
      const file = `bundled-by-${name}.mjs`;
      await runProgram(bench, node, args);
      const code = await readFile(join(bench.directory, file), "utf8");
      if (BUILT_IN.test(code)) throw new Error(`${file} needs a module of Node: ${BUILT_IN.exec(code)?.[0]}`);
      await runProgram(bench, node, [file], "challenged");
    },
  });
  const runner = (name: string, ...args: string[]): Check => ({
    kind: "test runner",
    name,
    run: () => runProgram(bench, node, args, "1 passed"),
  });
  const jest = (name: string, fixture: string) =>
    runner(
      name,
      join("node_modules", "jest", "bin", "jest.js"),
      "--rootDir=.",
      `--testMatch=**/${fixture}`,
      // Loading Prism takes its time on a busy machine.
      `--testTimeout=${PATIENCE_MS}`,
    );
  return [
    jest("Jest 30, CommonJS", "challenge.jest.cjs"),
    jest("Jest 30, CommonJS, the emulator", "emulator.jest.cjs"),
    runner(
      "vitest 5",
      join("node_modules", "vitest", "vitest.mjs"),
      "run",
      "challenge.vitest.mjs",
      "--config=vitest.config.mjs",
      `--testTimeout=${PATIENCE_MS}`,
      `--hookTimeout=${PATIENCE_MS}`,
    ),
    bundle("esbuild", "bundle-esbuild.mjs"),
    bundle("rollup", "bundle-rollup.mjs"),
    bundle("webpack", "bundle-webpack.mjs"),
  ];
}
