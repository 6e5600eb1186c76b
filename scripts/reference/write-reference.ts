import { writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readFragment } from "@grid-sdk/contract";
import { renderReference } from "@grid-sdk/reference";

const USAGE = "Usage: pnpm reference [<file>]   (default: reference.html)";

/** Writes the fragment's reference as one file that needs no network; it only reads, for it comes from no server. */
try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [path = "reference.html", ...others] = positionals;
  if (others.length > 0 || !path.endsWith(".html"))
    throw new TypeError(`A name that ends in .html is needed. ${USAGE}`);
  const file = resolve(process.env["INIT_CWD"] ?? ".", path);
  await writeFile(file, await renderReference(await readFragment()));
  if (process.stdout.isTTY) console.log(`Wrote ${relative(process.cwd(), file)}: open it in a browser.`);
} catch (error) {
  console.error(`reference: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
