import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import type { Seed } from "./seed.ts";
import { readSeed } from "./read-seed.ts";

/** A seed in a YAML or JSON file. Throws a `TypeError` with the file and all that is wrong with it. */
export async function readSeedFile(path: string): Promise<Seed> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new TypeError(
      `--seed: ${path} cannot be read: ${error.code === "ENOENT" ? "there is no such file" : error.message}.`,
    );
  });
  try {
    return { accounts: readSeed(parse(text)) };
  } catch (error) {
    // What follows the first line is a picture of the place.
    const [reason = ""] = String(error instanceof Error ? error.message : error).split("\n");
    throw new TypeError(`--seed: ${path}: ${reason.replace(/:$/, ".")}`, { cause: error });
  }
}
