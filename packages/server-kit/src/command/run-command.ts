import { parseArgs, type ParseArgsConfig } from "node:util";
import { readPort } from "./read-port.ts";
import { UsageError } from "./usage-error.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The options of every command. */
const SHARED = {
  port: { type: "string", default: "0" },
  host: { type: "string", default: "127.0.0.1" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const satisfies Options;

/** The values of a command's options, by name. */
export type CommandValues<Own extends Options> = ReturnType<typeof parseArgs<{ options: Own }>>["values"] & {
  readonly port: number;
  readonly host: string;
};

export interface Command<Own extends Options> {
  /** For example `grid-mock`. */
  readonly name: string;
  readonly version: string;
  /** What `--help` prints. */
  readonly usage: string;
  /** Its options besides `--port`, `--host`, `--help` and `--version`. */
  readonly options: Own;
  /** Starts the server, and prints how to use it. */
  readonly start: (values: CommandValues<Own>) => Promise<{ close(): Promise<void> }>;
}

/**
 * Runs the command of a test server. `--help` and `--version` print and exit. SIGINT and SIGTERM close the server. An error
 * prints one line and sets the exit status to 1, or to 2 for a `UsageError`.
 */
export async function runCommand<Own extends Options>(command: Command<Own>): Promise<void> {
  // The server goes on if the reader of its output, such as head, ends.
  process.stdout.on("error", ignoreClosedPipe);
  try {
    const { help, version, port, ...values } = parse(command.options);
    if (help) return print(command.usage);
    if (version) return print(command.version);
    const server = await command.start({ ...values, port: readPort(port) } as CommandValues<Own>);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const advice = isUsage ? ` See ${command.name} --help.` : "";
    process.stderr.write(`${command.name}: ${describe(error)}${advice}\n`);
    process.exitCode = isUsage ? 2 : 1;
  }
}

function parse(own: Options) {
  try {
    return parseArgs({ options: { ...own, ...SHARED } }).values;
  } catch (error) {
    // Node's message goes on with advice that does not apply here.
    const [reason = ""] = describe(error).split(/\. |\n/);
    throw new UsageError(reason.replace(/\.?$/, "."));
  }
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
