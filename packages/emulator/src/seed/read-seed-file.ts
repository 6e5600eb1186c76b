import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import type { Line } from "../lines/line.ts";
import { findSeedReader } from "./read-seed.ts";
import type { AnyAccountSeed } from "./seed.ts";

/** A line's seed in a YAML or JSON file. Throws a `TypeError` with the file and all that is wrong with it. */
export async function readSeedFile(
  line: Line,
  path: string,
): Promise<{ readonly accounts: readonly AnyAccountSeed[] }> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new TypeError(
      `--seed: ${path} cannot be read: ${error.code === "ENOENT" ? "there is no such file" : error.message}.`,
    );
  });
  try {
    return { accounts: findSeedReader(line).readSeed(parse(text)) };
  } catch (error) {
    // What follows the first line is a picture of the place.
    const [reason = ""] = String(error instanceof Error ? error.message : error).split("\n");
    throw new TypeError(`--seed: ${path}: ${reason.replace(/:$/, ".")}`, { cause: error });
  }
}
