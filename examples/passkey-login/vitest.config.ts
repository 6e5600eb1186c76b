import { defineConfig } from "vitest/config";
import { base } from "../../vitest.base.ts";

// A project adds to what it extends: `include` is each project's own.
const { include: _, ...shared } = base.test;

/** The tests in a folder, in the browser on a line of the API. */
const onLine = (line: string, ...include: string[]) => ({
  extends: true as const,
  test: {
    name: line,
    include,
    provide: { line },
    globalSetup: ["../../vitest.build.ts", "@grid-sdk/test-browser/setup"],
  },
});

export default defineConfig({
  test: {
    ...shared,
    // A page waits more than it computes.
    maxWorkers: 2,
    globalSetup: "../../vitest.build.ts",
    projects: [
      { extends: true, test: { name: "server", include: ["test/server/**/*.test.ts"] } },
      // What a line changes. The rest of the page is the same code on both.
      onLine("2026-04-23", "test/page/{passkey-login,looks}.test.ts"),
      onLine("latest", "test/page/**/*.test.ts", "test/latest/**/*.test.ts"),
    ],
  },
});
