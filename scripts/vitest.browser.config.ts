import { defineConfig } from "vitest/config";
import { base, PATIENCE_MS } from "../vitest.base.ts";

export const IN_BROWSER = ["page", "whole", "reading"].map((name) => `reference/${name}.test.ts`);

// A task of its own, so that the others run on a machine without a browser.
export default defineConfig({
  test: {
    ...base.test,
    include: IN_BROWSER,
    expect: { poll: { timeout: PATIENCE_MS } },
    globalSetup: "@grid-sdk/test-browser/setup",
    outputFile: { json: "browser-test-results.json" },
  },
});
