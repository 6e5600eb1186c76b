import type { Operation } from "@grid-sdk/openapi";
import { colourOfStatus, formatLine, type Terminal, wrapText } from "@grid-sdk/terminal";

/** Two spaces, a status, two spaces. */
const INDENT = 7;

/** The operations, each with a line for every documented status and the names of its examples. */
export function formatOperations(operations: readonly Operation[], terminal: Terminal): string {
  return operations
    .flatMap(({ id, method, path, responses }) => [
      formatLine([[id, "bold"], `${method} ${path}`], terminal),
      ...[...responses].map(([status, { body }]) => {
        const examples = wrapText([...(body?.examples.keys() ?? [])].join(", "), terminal.width - INDENT);
        const start = `  ${terminal.paint(colourOfStatus(status), String(status))}  `;
        return (start + examples.join(`\n${" ".repeat(INDENT)}`)).trimEnd();
      }),
    ])
    .join("\n");
}
