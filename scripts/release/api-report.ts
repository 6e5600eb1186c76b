import { readFile, writeFile } from "node:fs/promises";
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

for (const name of PACKAGES) {
  const path = pathOfApiReport(name);
  const report = await readApiReport(name, new URL(`packages/${name}/dist/`, ROOT));
  const recorded = await readFile(new URL(path, ROOT), "utf8").catch(() => "");
  if (report === recorded) continue;
  if (values.check) {
    console.error(
      `${path} is not the public API of @grid-sdk/${name} any more. If the change is intended, run \`pnpm api:update\`, commit it, and give it a changeset.`,
    );
    process.exitCode = 1;
  } else {
    await writeFile(new URL(path, ROOT), report);
    console.log(`Wrote ${path}.`);
  }
}
