import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";

/** A process that runs until it is stopped. */
export interface StartedProcess extends AsyncDisposable {
  /** What it has printed up to now, to both streams. */
  readonly output: string;
  /** Resolves once it has printed the text. Rejects, with all that it printed, if it ends before that. */
  untilPrinted(text: string): Promise<void>;
}

/** Starts a command that does not end by itself, in the folder. */
export function startProcess(command: string, args: readonly string[], cwd: string): StartedProcess {
  const child: ChildProcessWithoutNullStreams = spawn(command, args, { cwd });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  // A command that does not start prints nothing. The output says why.
  child.on("error", (error) => (output += String(error)));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    get output() {
      return output;
    },
    untilPrinted(text) {
      return new Promise((resolve, reject) => {
        const look = () => output.includes(text) && resolve();
        for (const stream of [child.stdout, child.stderr]) stream.on("data", look);
        child.once("error", reject);
        child.once("exit", () => reject(new Error(`${command} ${args.join(" ")} ended early:\n${output}`)));
        look();
      });
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      if (child.pid !== undefined && !hasEnded()) await once(child, "exit");
    },
  };
}
