import { writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readFragment } from "@grid-sdk/openapi";
import { buildPackages } from "../workspace/build-packages.ts";
import { readLine } from "../workspace/read-line.ts";
import { readOptions, refuseArguments } from "../workspace/read-options.ts";
import { ROOT } from "../workspace/root.ts";

const USAGE = `Usage: pnpm reference [<file>] [--line <name>]

Writes the fragment's reference page as one file that needs no network (default: reference.html).

  --line   a line of openapi/lines.json (default: the default line)`;

const { values, positionals } = readOptions(USAGE, { allowPositionals: true, options: { line: { type: "string" } } });
const line = readLine(USAGE, values.line);
const [path = "reference.html", ...others] = positionals;
if (others.length > 0 || !path.endsWith(".html")) {
  refuseArguments(USAGE, `Expected one name that ends in .html, got ${positionals.join(" ")}`);
}
await buildPackages(["core", "reference"]);
const { renderReference } = await import("@grid-sdk/reference");
try {
  const file = resolve(process.env["INIT_CWD"] ?? ".", path);
  const document = await readFragment(fileURLToPath(new URL(line.fragment, ROOT)));
  const client = line.entry.replace(/^\./, "@grid-sdk/client");
  await writeFile(file, await renderReference(document, { line: { name: line.name, client } }));
  if (process.stdout.isTTY) console.log(`Wrote ${relative(process.cwd(), file)}: open it in a browser.`);
} catch (error) {
  console.error(`reference: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
