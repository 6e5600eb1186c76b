import { styleText } from "node:util";

/** A colour or style of Node's `styleText`, or several. */
export type Format = Parameters<typeof styleText>[0];

/** Where a command prints. */
export interface Terminal {
  /** In columns; `Infinity` in a pipe or a file, where nothing wraps. */
  readonly width: number;
  /** Styles a text, if colours are shown here. */
  paint(format: Format, text: string): string;
}

/** What {@link createTerminal} needs of a stream: `process.stdout` and `process.stderr` have it. */
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
};

/**
 * The terminal behind a stream. Colours follow the stream, `NO_COLOR` and `FORCE_COLOR`, as Node reads them.
 * `pipedWidth`: the width if the stream is not a terminal.
 */
export function createTerminal(stream: Output = process.stdout, pipedWidth: number = Infinity): Terminal {
  return {
    get width() {
      // A terminal of unknown size says 0.
      return stream.isTTY ? stream.columns || 80 : pipedWidth;
    },
    paint: (format, text) => (text === "" ? text : styleText(format, text, { stream })),
  };
}

/** The colour of an HTTP status: green for a success, yellow for an error of the client, red for one of the server. */
export function colourOfStatus(status: number | undefined): Format {
  if (status === undefined || status >= 500) return "red";
  if (status >= 400) return "yellow";
  return status >= 300 ? "cyan" : "green";
}
