import { defineConfig } from "vitest/config";
import { base } from "../vitest.base.ts";

// A task of its own, so that a change of a page reruns nothing else.
export default defineConfig({
  test: {
    ...base.test,
    dir: "documentation",
    outputFile: { json: "readme-test-results.json" },
  },
});
