import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("fixtures/bare-engine.cjs", import.meta.url));

test.each(["import", "require"])("the entry for React Native runs on an engine that has little, by %s", (by) => {
  const { stdout, stderr } = spawnSync(process.execPath, [program, by], { encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({ stdout: "vectors passed\n", stderr: "" });
});
