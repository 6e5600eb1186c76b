import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { deriveFiles, FRAGMENT_PATH } from "./derive-files.ts";
import { FragmentError } from "./fragment.ts";
import { findStaleFiles, replaceStaleFiles } from "./generated-directory.ts";
import { readOptions } from "../workspace/read-options.ts";

const GENERATED_PATH = "packages/core/src/generated";
const root = new URL("../../", import.meta.url);
const generated = fileURLToPath(new URL(GENERATED_PATH, root));

const USAGE = `Usage: pnpm generate [--check]

Writes ${GENERATED_PATH}/ from the fragment.

  --check   write nothing; fail if a file is stale`;

const { values } = readOptions(USAGE, { options: { check: { type: "boolean", default: false } } });

try {
  const files = await deriveFiles(await readFile(new URL(FRAGMENT_PATH, root), "utf8"));
  if (values.check) {
    const stale = await findStaleFiles(generated, files);
    for (const name of stale)
      console.error(`${GENERATED_PATH}/${name} is stale: it is not what ${FRAGMENT_PATH} gives.`);
    if (stale.length > 0) {
      console.error("Run `pnpm generate` and commit the result.");
      process.exitCode = 1;
    }
  } else {
    const written = await replaceStaleFiles(generated, files);
    console.log(written.length > 0 ? `Wrote ${written.join(", ")}.` : "Generated code is up to date.");
  }
} catch (error) {
  if (!(error instanceof FragmentError)) throw error;
  console.error(`${FRAGMENT_PATH}: ${error.message}`);
  process.exitCode = 1;
}
