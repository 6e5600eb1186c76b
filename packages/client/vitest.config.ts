import { defineConfig } from "vitest/config";
import { base } from "../../vitest.base.ts";

// The README's tests are a task of their own, so that a change of its text reruns nothing else.
const readme = process.env["npm_lifecycle_event"] === "test:readme";

export default defineConfig({
  test: {
    ...base.test,
    dir: readme ? "test/readme" : ".",
    exclude: ["**/node_modules/**", ...(readme ? [] : ["test/readme/**"])],
    outputFile: { json: readme ? "readme-test-results.json" : "test-results.json" },
  },
});
