import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { deriveFiles } from "./derive-files.ts";
import { FragmentError } from "./fragment.ts";
import { findStaleFiles, replaceStaleFiles } from "./generated-directory.ts";
import { GENERATED_PATH, type Line, readLines } from "../workspace/lines.ts";
import { readOptions } from "../workspace/read-options.ts";

const root = new URL("../../", import.meta.url);

const USAGE = `Usage: pnpm generate [--check]

Writes ${GENERATED_PATH}/ from the fragment of each line.

  --check   write nothing; fail if a file is stale`;

const { values } = readOptions(USAGE, { options: { check: { type: "boolean", default: false } } });

for (const line of readLines(root)) await generate(line);

/** Writes the generated code of a line, or checks it. Sets the exit status where something is wrong. */
async function generate(line: Line): Promise<void> {
  const directory = fileURLToPath(new URL(line.generated, root));
  try {
    const files = await deriveFiles(await readFile(new URL(line.fragment, root), "utf8"), line);
    if (values.check) {
      const stale = await findStaleFiles(directory, files);
      for (const name of stale) {
        console.error(`${line.generated}/${name} is stale: it is not what ${line.fragment} gives.`);
      }
      if (stale.length > 0) {
        console.error("Run `pnpm generate` and commit the result.");
        process.exitCode = 1;
      }
    } else {
      const written = await replaceStaleFiles(directory, files);
      const names = written.length > 0 ? `wrote ${written.join(", ")}` : "generated code is up to date";
      console.log(`${line.name}: ${names}.`);
    }
  } catch (error) {
    if (!(error instanceof FragmentError)) throw error;
    console.error(`${line.fragment}: ${error.message}`);
    process.exitCode = 1;
  }
}
