import { parseArgs, type ParseArgsConfig } from "node:util";

const HELP = { help: { type: "boolean", short: "h" } } as const;

/**
 * Reads the command line, in the same way for every command.
 *
 * `--help` prints the usage and exits with 0. What the command does not know exits with 2, after one line that says what
 * is wrong. `usage` begins with a line such as `Usage: pnpm generate [--check]`.
 */
export function readOptions<T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  // pnpm passes on the "--" that npm needs before the options of a script.
  const [first, ...others] = process.argv.slice(2);
  const args = first === "--" ? others : process.argv.slice(2);
  try {
    const read = parseArgs({ ...config, args, options: { ...config.options, ...HELP } });
    if ("help" in read.values) {
      console.log(usage.trimEnd());
      process.exit(0);
    }
    return read as ReturnType<typeof parseArgs<T>>;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return refuseArguments(usage, message.split(/\. |\n/)[0] ?? "");
  }
}

/** Ends the process where the arguments make no sense, before the command does anything: one line, exit status 2. */
export function refuseArguments(usage: string, reason: string): never {
  console.error(`${reason.replace(/\.?$/, ".")} ${usage.split("\n")[0]}`);
  process.exit(2);
}

/** Refuses options that were given together and exclude each other. */
export function refuseTogether(
  usage: string,
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
): void {
  const given = names.filter((name) => values[name] === true).map((name) => `--${name}`);
  if (given.length > 1) refuseArguments(usage, `Expected one of ${given.join(" and ")}, got both`);
}
