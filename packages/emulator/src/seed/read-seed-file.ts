import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import type { Line } from "../lines/line.ts";
import { findSeedReader } from "./read-seed.ts";
import type { AnyAccountSeed, SeedOf } from "./seed.ts";

/** Reads a line's seed from a YAML or JSON file. Throws a `TypeError` with the file and all problems in it. */
export async function readSeedFile(line: Line, path: string): Promise<SeedOf<AnyAccountSeed>> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new TypeError(
      `--seed: ${path} cannot be read: ${error.code === "ENOENT" ? "the file does not exist" : error.message}.`,
    );
  });
  try {
    return { accounts: findSeedReader(line).readSeed(parse(text)) };
  } catch (error) {
    // The other lines of the message show the place.
    const [reason = ""] = String(error instanceof Error ? error.message : error).split("\n");
    throw new TypeError(`--seed: ${path}: ${reason.replace(/:$/, ".")}`, { cause: error });
  }
}
