import { fieldOf, type JsonObject, resolveRef } from "@grid-sdk/contract";
import { adviseOn } from "./advice.ts";

interface Row {
  readonly status: string;
  readonly code: string;
  readonly meaning: string;
  readonly advice: string;
}

/** A table in Markdown of an operation's documented errors: when each comes and what to do. Empty if none is documented. */
export function describeErrors(document: JsonObject, operation: JsonObject): string {
  const rows = Object.entries(fieldOf(operation, "responses"))
    .filter(([status]) => !/^[123]/.test(status))
    .flatMap(([status, response]) => listRows(status, resolveRef(document, response), document));
  if (rows.length === 0) return "";
  const lines = rows.map(({ status, code, meaning, advice }) => `| ${status} ${code} | ${meaning} | ${advice} |`);
  return `**What goes wrong**

| Error | When | What to do |
|---|---|---|
${lines.join("\n")}
| no response | The connection broke, or the time was up. | Look at \`error.mayHaveBeenProcessed\` before you send it again. |

\`@grid-sdk/client\` throws a \`GridError\` for each; \`isGridError(error, "CODE")\` tells them apart.`;
}

function listRows(status: string, response: JsonObject, document: JsonObject): Row[] {
  const description = cell(response["description"]);
  const headers = Object.keys(fieldOf(response, "headers"));
  const examples = Object.values(fieldOf(fieldOf(fieldOf(response, "content"), "application/json"), "examples"));
  const known = examples.map((item) => resolveRef(document, item)).filter((item) => fieldOf(item, "value")["code"]);
  if (known.length === 0) return [{ status, code: "", meaning: description, advice: adviseOn(status, "", headers) }];
  return known.map((example) => {
    const code = String(fieldOf(example, "value")["code"]);
    const meaning = known.length === 1 ? description : cell(example["summary"] ?? description);
    return { status, code: `\`${code}\``, meaning, advice: adviseOn(status, code, headers) };
  });
}

/** Within a table a line break ends the row, and a bar the cell. */
function cell(text: unknown): string {
  return String(text ?? "")
    .replaceAll(/\s+/g, " ")
    .replaceAll("|", String.raw`\|`)
    .replace(/(?<=\w)$/, ".");
}
