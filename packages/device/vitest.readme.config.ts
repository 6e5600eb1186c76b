import { defineConfig } from "vitest/config";
import { base } from "../../vitest.base.ts";

// A task of its own, so that a change of the README's text reruns nothing else.
export default defineConfig({
  test: {
    ...base.test,
    dir: "test/readme",
    outputFile: { json: "readme-test-results.json" },
  },
});
