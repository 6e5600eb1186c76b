import { fileURLToPath } from "node:url";
import type { ViteUserConfig } from "vitest/config";

/** Not a measure of speed: a hung test should end, a slow machine should not fail one. Nested test runs get it as well. */
export const PATIENCE_MS = 300_000;

/**
 * How every package is tested, with the totals left for `scripts/workspace/count-tests.ts`. Types, `*.test-d.ts`, are
 * tested by the package's `typecheck`: the compiler would say the same here once more.
 */
export const base = {
  test: {
    include: ["**/*.test.ts"],
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    // A worker loads the modules once for all its files: that takes longer than most tests. So a test leaves no global,
    // environment variable, spy or server behind.
    isolate: false,
    reporters: ["default", "json"],
    outputFile: { json: "test-results.json" },
    // Most of the time of a process that a test starts is spent on loading the same modules.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL("node_modules/.cache/compiled", import.meta.url)) },
  },
} satisfies ViteUserConfig;
