import { type ChildProcess, spawn } from "node:child_process";
import { text } from "node:stream/consumers";

export interface TerminalOptions {
  /** Default: 80. */
  readonly columns?: number;
  /** Added to the environment, which has no variable that turns colours on or off; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Starts a command in a pseudo terminal: its stdout is what the terminal receives, of stdout and stderr. */
export function spawnInTerminal(
  command: string,
  args: readonly string[],
  { columns = 80, env = {} }: TerminalOptions = {},
): ChildProcess & { readonly stdout: NodeJS.ReadableStream } {
  const line = `stty cols ${columns} rows 40; exec ${[command, ...args].map(quote).join(" ")}`;
  // `script` of util-linux and that of BSD differ in how a command is given.
  const scriptArgs = process.platform === "linux" ? ["-qec", line, "/dev/null"] : ["-q", "/dev/null", "sh", "-c", line];
  const { NO_COLOR: _no, FORCE_COLOR: _force, COLORTERM: _term, CI: _ci, ...inherited } = process.env;
  return spawn("script", scriptArgs, {
    env: { ...inherited, TERM: "xterm-256color", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  }) as ChildProcess & { readonly stdout: NodeJS.ReadableStream };
}

/** Runs a command in a pseudo terminal to its end; resolves to what the terminal received. */
export async function runInTerminal(
  command: string,
  args: readonly string[],
  options?: TerminalOptions,
): Promise<string> {
  return (await text(spawnInTerminal(command, args, options).stdout)).replaceAll("\r\n", "\n");
}

function quote(argument: string): string {
  return `'${argument.replaceAll("'", "'\\''")}'`;
}
