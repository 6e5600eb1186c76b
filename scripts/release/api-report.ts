import { readFile, writeFile } from "node:fs/promises";
import { startProgress } from "@grid-sdk/terminal";
import { buildPackages } from "../workspace/build-packages.ts";
import { PACKAGES } from "../workspace/packages.ts";
import { readOptions } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";
import { pathOfApiReport, readApiReport } from "./packaging/derive-api-report.ts";

const USAGE = `Usage: pnpm api:update, or pnpm api:check

Records the public API of each package in api/.

  --check   what api:check does: write nothing; fail if the public API differs from what is recorded`;

const { values } = readOptions(USAGE, { options: { check: { type: "boolean", default: false } } });
await buildPackages();
using progress = startProgress("Reading the declarations");

for (const name of PACKAGES) {
  const path = pathOfApiReport(name);
  const report = await readApiReport(name, new URL(`packages/${name}/dist/`, ROOT));
  const recorded = await readFile(new URL(path, ROOT), "utf8").catch(() => "");
  if (report === recorded) continue;
  if (values.check) {
    progress.print(
      `${path} is not the public API of @grid-sdk/${name} any more. If you want this change, run \`pnpm api:update\`, commit the result, and add a changeset.`,
      console.error,
    );
    process.exitCode = 1;
  } else {
    await writeFile(new URL(path, ROOT), report);
    progress.print(`Wrote ${path}.`);
  }
}
