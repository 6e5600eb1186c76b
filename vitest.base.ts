import type { ViteUserConfig } from "vitest/config";

/** How every package is tested: behaviour and types, with the totals left for `scripts/workspace/count-tests.ts`. */
export const base = {
  test: {
    include: ["**/*.test.ts"],
    // Not a measure of speed: a hung test should end, a slow machine should not fail one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", "json"],
    outputFile: { json: "test-results.json" },
    typecheck: { enabled: true, include: ["**/*.test-d.ts"] },
  },
} satisfies ViteUserConfig;
