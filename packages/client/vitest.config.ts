import { defineConfig } from "vitest/config";
import { base } from "../../vitest.base.ts";

export default defineConfig({
  define: { __VERSION__: JSON.stringify("0.0.0-test") },
  test: { ...base.test, exclude: ["**/node_modules/**", "test/readme/**"] },
});
