import { defineConfig } from "vitest/config";
import { base } from "../vitest.base.ts";
import { IN_BROWSER } from "./vitest.browser.config.ts";

export default defineConfig({
  test: {
    ...base.test,
    exclude: ["**/node_modules/**", "documentation/**", ...IN_BROWSER],
    // Most of these tests wait for processes of their own, and no other package is tested beside the longest of them.
    maxWorkers: "100%",
  },
});
