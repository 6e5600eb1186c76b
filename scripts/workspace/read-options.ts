import { parseArgs, type ParseArgsConfig } from "node:util";

/** What stands on the command line. What is not known there ends the process, with what is wrong and the usage. */
export function readOptions<T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(1);
  }
}
