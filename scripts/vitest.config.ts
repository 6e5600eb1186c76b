import { defineConfig } from "vitest/config";
import { base } from "../vitest.base.ts";

/** What runs in a browser. The others start without one. */
const IN_BROWSER = ["reference/page.test.ts"];

const { include, ...shared } = base.test;

// Most of these tests wait for processes of their own, and no other package is tested beside the longest of them.
export default defineConfig({
  test: {
    ...shared,
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: { name: "node", include, exclude: ["**/node_modules/**", "documentation/**", ...IN_BROWSER] },
      },
      { extends: true, test: { name: "browser", include: IN_BROWSER, globalSetup: "@grid-sdk/test-browser/setup" } },
    ],
  },
});
