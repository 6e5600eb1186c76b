import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { base } from "../../vitest.base.ts";

export default defineConfig({
  define: { __VERSION__: JSON.stringify("0.0.0-test") },
  // The examples are the README's, and so import the package by its name.
  resolve: { alias: { "@grid-sdk/client": fileURLToPath(new URL("src/index.ts", import.meta.url)) } },
  test: { ...base.test, globalSetup: "../../vitest.build.ts", exclude: ["**/node_modules/**", "test/readme/**"] },
});
