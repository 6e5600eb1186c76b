import { defineConfig } from "vitest/config";
import { base } from "../../vitest.base.ts";

export default defineConfig({
  test: { ...base.test, globalSetup: ["../../vitest.build.ts", "@grid-sdk/test-browser/setup"] },
});
