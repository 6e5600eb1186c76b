import { defineConfig } from "vitest/config";
import { base } from "../vitest.base.ts";

// Most of these tests wait for processes of their own, and no other package is tested beside the longest of them.
export default defineConfig({ test: { ...base.test, maxWorkers: "100%" } });
