import { parseArgs, type ParseArgsConfig } from "node:util";
import { readPort } from "./read-port.ts";
import { UsageError } from "./usage-error.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

export interface Command {
  /** For example `grid-mock`. */
  readonly name: string;
  readonly version: string;
  /** What `--help` prints. */
  readonly usage: string;
  /** Its options with a value, besides `--port` and `--host`. */
  readonly options?: readonly string[];
  /** Its options without a value, besides `--help` and `--version`. */
  readonly switches?: readonly string[];
  /** Starts the server, and prints how to use it. */
  readonly start: (values: CommandValues) => Promise<{ close(): Promise<void> }>;
}

export interface CommandValues {
  readonly port: number;
  readonly host: string;
  /** The other options that were given, by name. */
  readonly given: Readonly<Record<string, string>>;
  /** The switches that were given, by name. */
  readonly switches: ReadonlySet<string>;
}

/**
 * Runs the command of a test server. `--help` and `--version` print and exit. SIGINT and SIGTERM close the server. An error
 * prints one line and sets the exit status to 1, or to 2 for a `UsageError`.
 */
export async function runCommand(command: Command, args: readonly string[] = process.argv.slice(2)): Promise<void> {
  // The server goes on if the reader of its output, such as head, ends.
  process.stdout.on("error", ignoreClosedPipe);
  try {
    const { port, host, help, version, ...others } = parse(command, args);
    if (help) return print(command.usage);
    if (version) return print(command.version);
    const server = await command.start({
      port: readPort(String(port)),
      host: String(host),
      given: pickTexts(others),
      switches: new Set(Object.keys(others).filter((name) => others[name] === true)),
    });
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const advice = isUsage ? ` See ${command.name} --help.` : "";
    process.stderr.write(`${command.name}: ${describe(error)}${advice}\n`);
    process.exitCode = isUsage ? 2 : 1;
  }
}

function parse({ options = [], switches = [] }: Command, args: readonly string[]): Record<string, unknown> {
  const own: Options = {
    port: { type: "string", default: "0" },
    host: { type: "string", default: "127.0.0.1" },
    help: { type: "boolean", short: "h" },
    version: { type: "boolean", short: "v" },
  };
  const others: Options = Object.fromEntries([
    ...options.map((name) => [name, { type: "string" }]),
    ...switches.map((name) => [name, { type: "boolean" }]),
  ]);
  try {
    return parseArgs({ args: [...args], options: { ...own, ...others } }).values;
  } catch (error) {
    // Node's message goes on with advice that does not apply here.
    const [reason = ""] = describe(error).split(/\. |\n/);
    throw new UsageError(reason.replace(/\.?$/, "."));
  }
}

function pickTexts(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  return code === "EADDRINUSE"
    ? `port ${port} is in use. Choose another with --port, or leave --port out for a free one.`
    : error.message;
}

function print(text: string): void {
  process.stdout.write(`${text.trimEnd()}\n`);
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
