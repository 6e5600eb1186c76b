import { rm } from "node:fs/promises";
import { formatTable } from "@grid-sdk/contract";
import { startGridMock } from "@grid-sdk/mock";
import type { Check } from "./check.ts";
import { installConsumers } from "./install.ts";
import { listDeviceChecks } from "./list-device-checks.ts";
import { listInstalls } from "./list-installs.ts";
import { listLatestSignIns } from "./list-latest-sign-ins.ts";
import { listRuntimes } from "./list-runtimes.ts";
import { listTools } from "./list-tools.ts";
import { listTypeChecks } from "./list-type-checks.ts";

const report = (text: string) => void (process.stderr.isTTY && process.stderr.write(`${text}\n`));

/** Runs every check in its environment, one after the other, and prints a table of the results. */
export async function runMatrix(): Promise<void> {
  report("Packing, and installing the environments …");
  const directory = await installConsumers();
  const failures: { check: Check; reason: string }[] = [];
  const rows: string[][] = [["", "ENVIRONMENT", "RESULT"]];
  try {
    await using mock = await startGridMock();
    const bench = { directory, mockUrl: mock.url };
    for (const check of [
      ...listInstalls(bench),
      ...listRuntimes(bench),
      ...listLatestSignIns(bench),
      ...listDeviceChecks(bench),
      ...listTypeChecks(bench),
      ...listTools(bench),
    ]) {
      report(`${check.kind}: ${check.name} …`);
      const reason = await check.run().then(
        () => undefined,
        (error: unknown) => String(error),
      );
      rows.push([check.kind, check.name, reason === undefined ? "passed" : "FAILED"]);
      if (reason !== undefined) failures.push({ check, reason });
    }
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(formatTable(rows));
  for (const { check, reason } of failures) console.error(`\n${check.kind}: ${check.name}\n${reason}`);
  console.log(`\nconsumers: ${rows.length - 1 - failures.length} passed, ${failures.length} failed`);
  if (failures.length > 0) process.exitCode = 1;
}
