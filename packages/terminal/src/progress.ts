import { createTerminal, type Output } from "./terminal.ts";
import { wrapText } from "./wrap-text.ts";

/** What a long command is doing, on one line of a terminal. */
export interface Progress extends Disposable {
  /** What it is doing now, for example `Building 4 packages`. */
  report(text: string): void;
  /** Prints a line of the command's own output above the progress: to stdout, or as `write` does. */
  print(text: string, write?: (text: string) => void): void;
  /** Erases the line. */
  end(): void;
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

const ERASE = "\r\u001B[K";

/**
 * Shows what a command is doing, with the seconds that it has taken so far, until `end()`. Prints nothing if the stream
 * is not a terminal. It is for stderr: stdout has the results.
 */
export function startProgress(text: string, stream: Output = process.stderr): Progress {
  const terminal = createTerminal(stream);
  const isShown = stream.isTTY === true;
  const canErase = process.env["TERM"] !== "dumb";
  let [current, since] = [text, Date.now()];
  const erase = () => void (isShown && canErase && stream.write(ERASE));
  const draw = () => {
    const seconds = Math.floor((Date.now() - since) / 1000);
    const [line = ""] = wrapText(`${current} …${seconds > 0 ? ` ${seconds} s` : ""}`, terminal.width - 1);
    stream.write(`${ERASE}${terminal.paint("dim", line)}`);
  };
  const timer = isShown && canErase ? setInterval(draw, 1000).unref() : undefined;
  // Also when process.exit ends the command.
  process.once("exit", erase);
  const end = () => {
    process.removeListener("exit", erase);
    clearInterval(timer);
    erase();
  };
  const report = (next: string) => {
    [current, since] = [next, Date.now()];
    if (isShown && canErase) draw();
    else if (isShown) stream.write(`${next} …\n`);
  };
  report(text);
  return {
    report,
    print(line, write = printLine) {
      erase();
      write(line);
      if (isShown && canErase) draw();
    },
    end,
    [Symbol.dispose]: end,
  };
}
