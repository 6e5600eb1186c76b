import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, nodeOf, PATIENCE_MS, runProgram, type Workbench } from "./check.ts";
import { checkByJest, JEST, TEST_TIMEOUT } from "./check-by-jest.ts";
import { listNextChecks } from "./next.ts";

const BUILT_IN = /(?:from|import|require)\s*\(?\s*["'](node:|fs|path|http|https|stream|crypto|buffer|util)\b/;

/** The export conditions of bundlers for workers: Cloudflare's, the standard's, Vercel's; and only a browser's. */
const PLATFORMS = ["workerd,worker,browser", "worker", "edge-light", "browser"];

/** Test runners that load client and mock, and bundlers whose bundles make a challenge call. */
export function listTools(bench: Workbench): Check[] {
  const node = nodeOf(bench, "24");
  const bundle = (name: string, conditions = ""): Check => ({
    kind: "bundler",
    name: conditions ? `${name}, conditions ${conditions}` : name,
    run: async () => {
      const file = `bundled-by-${name}.mjs`;
      await runProgram(bench, node, [`bundle-${name}.mjs`, conditions]);
      const code = await readFile(join(bench.directory, file), "utf8");
      if (BUILT_IN.test(code)) throw new Error(`${file} needs a module of Node: ${BUILT_IN.exec(code)?.[0]}`);
      await runProgram(bench, node, [file], "challenged");
    },
  });
  const runner = (name: string, ...args: string[]): Check => ({
    kind: "test runner",
    name,
    run: () => runProgram(bench, node, args, " passed"),
  });
  return [
    checkByJest(bench, "Jest 30, CommonJS", "challenge.jest.cjs"),
    checkByJest(bench, "Jest 30, CommonJS, the emulator", "emulator.jest.cjs"),
    checkByJest(bench, "Jest 30, jsdom, the emulator", "emulator.jest.cjs", { jest: ["--env=jsdom"] }),
    runner("Jest 30, the page docs/jest.md", JEST, `--config=${join("jest", "jest.config.cjs")}`, TEST_TIMEOUT),
    runner(
      "vitest 5",
      join("node_modules", "vitest", "vitest.mjs"),
      "run",
      "challenge.vitest.mjs",
      "--config=vitest.config.mjs",
      TEST_TIMEOUT,
      `--hookTimeout=${PATIENCE_MS}`,
    ),
    bundle("esbuild"),
    ...PLATFORMS.map((conditions) => bundle("esbuild", conditions)),
    bundle("rollup"),
    bundle("webpack"),
    ...listNextChecks(bench),
  ];
}
