import { renderChangeset } from "./changeset.ts";
import { renderJson } from "./json.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderPullRequest } from "./pull-request.ts";
import type { Render } from "./report.ts";
import { renderTerminal } from "./terminal.ts";

/** The commands that print reports: `pnpm spec:diff` and `pnpm spec:update`. */
export type Command = "diff" | "update";

/** A form of a report. */
export interface Renderer {
  readonly render: Render;
  /** Without one, it is what the commands print by default. */
  readonly option?: { readonly name: string; readonly says: string };
  readonly commands: readonly Command[];
}

/** Every form of a report, for the commands that offer it. A new one is a file and a row. */
const RENDERERS: readonly Renderer[] = [
  { render: renderTerminal, commands: ["diff", "update"] },
  { render: renderJson, option: { name: "json", says: "print the report as JSON" }, commands: ["diff", "update"] },
  { render: renderMarkdown, option: { name: "markdown", says: "print the report as Markdown" }, commands: ["diff"] },
  {
    render: renderPullRequest,
    option: { name: "markdown", says: "print the report as the text of a pull request" },
    commands: ["update"],
  },
  { render: renderChangeset, option: { name: "changeset", says: "print the changeset" }, commands: ["update"] },
];

/** The options of a command that choose a renderer. */
export function listRendererOptions(command: Command): NonNullable<Renderer["option"]>[] {
  return RENDERERS.flatMap(({ option, commands }) => (option && commands.includes(command) ? [option] : []));
}

/** What renders the report of a command that was called with these options. */
export function chooseRenderer(command: Command, values: Readonly<Record<string, unknown>>): Render {
  const offered = RENDERERS.filter(({ commands }) => commands.includes(command));
  const chosen = offered.find(({ option }) => option !== undefined && values[option.name] === true);
  return (chosen ?? offered.find(({ option }) => option === undefined))?.render ?? renderTerminal;
}
