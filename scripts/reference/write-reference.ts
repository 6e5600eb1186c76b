import { writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { readFragment } from "@grid-sdk/contract";
import { buildPackages } from "../workspace/build-packages.ts";
import { readOptions, refuseArguments } from "../workspace/read-options.ts";

const USAGE = `Usage: pnpm reference [<file>]

Writes the fragment's reference page as one file that needs no network (default: reference.html).`;

const { positionals } = readOptions(USAGE, { allowPositionals: true });
const [path = "reference.html", ...others] = positionals;
if (others.length > 0 || !path.endsWith(".html")) {
  refuseArguments(USAGE, `Expected one name that ends in .html, got ${positionals.join(" ")}`);
}
await buildPackages(["core", "reference"]);
const { renderReference } = await import("@grid-sdk/reference");
try {
  const file = resolve(process.env["INIT_CWD"] ?? ".", path);
  await writeFile(file, await renderReference(await readFragment()));
  if (process.stdout.isTTY) console.log(`Wrote ${relative(process.cwd(), file)}: open it in a browser.`);
} catch (error) {
  console.error(`reference: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
