import { defineConfig } from "vitest/config";
import { base } from "../vitest.base.ts";

export const IN_BROWSER = ["reference/page.test.ts"];

// A task of its own, so that the others run on a machine without a browser.
export default defineConfig({
  test: {
    ...base.test,
    include: IN_BROWSER,
    globalSetup: "@grid-sdk/test-browser/setup",
    outputFile: { json: "browser-test-results.json" },
  },
});
