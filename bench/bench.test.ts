import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("bench.ts", import.meta.url));

test("pnpm bench lists its figures when it gets an unknown one", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, "speed"], { encoding: "utf8" });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toBe(
    "Expected figures, any of bundle-size, call-cost, throughput, import-time, compile-cost, maintenance, retry-quota; got speed. Usage: pnpm bench [<figure> …] [--report]\n",
  );
});
