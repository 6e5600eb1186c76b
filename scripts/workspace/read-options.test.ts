import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ROOT } from "./root.ts";

test.each([
  ["scripts/generate/generate.ts", "Usage: pnpm generate [--check]"],
  ["scripts/spec/spec-check.ts", "Usage: pnpm spec:check [--record]"],
  ["scripts/spec/spec-update.ts", "Usage: pnpm spec:update <file or https URL>"],
  ["scripts/release/api-report.ts", "Usage: pnpm api:update, or pnpm api:check"],
  ["scripts/quickstart/quickstart.ts", "Usage: pnpm quickstart [--live <credential id>]"],
])("%s says what it takes where it gets something else", (script, usage) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL(script, ROOT)), "--what"], {
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  const [reason, says, ...others] = stderr.trimEnd().split("\n");
  expect(reason).toMatch(/^Unknown option '--what'/);
  expect(says).toContain(usage);
  expect(others).toEqual([]);
});
