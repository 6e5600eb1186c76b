import { type Command, listRendererOptions } from "@grid-sdk/spec-diff";

/** The options that choose the form of a command's report, for `parseArgs`. */
export function parseRendererOptions(command: Command): Record<string, { type: "boolean"; default: false }> {
  return Object.fromEntries(
    listRendererOptions(command).map(({ name }) => [name, { type: "boolean", default: false }]),
  );
}

/** The same for the first line of the command's usage: `[--json | --markdown]`. */
export function nameRendererOptions(command: Command): string {
  return `[${listRendererOptions(command)
    .map(({ name }) => `--${name}`)
    .join(" | ")}]`;
}

/** The same for the rest of the command's usage, a line each. `width` is that of the longest option. */
export function describeRendererOptions(command: Command, width: number): string {
  return listRendererOptions(command)
    .map(({ name, says }) => `  ${`--${name}`.padEnd(width)}  ${says}`)
    .join("\n");
}
