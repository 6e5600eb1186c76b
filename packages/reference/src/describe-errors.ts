import { fieldOf, type JsonObject, resolveRef } from "@grid-sdk/openapi";
import { adviseOn } from "./advice.ts";

/** About the errors of every operation, in Markdown. */
export const ABOUT_ERRORS = `**Errors.** \`@grid-sdk/client\` throws a \`GridError\` for each documented error: check which one it is with
\`isGridError(error, "CODE")\`. If the connection breaks or the time runs out, there is no response: look at
\`error.mayHaveBeenProcessed\` before you send the request again.`;

/** Adds advice to each documented error of an operation, by its codes. */
export function describeErrors(document: JsonObject, operation: JsonObject): void {
  const responses = fieldOf(operation, "responses");
  for (const [status, item] of Object.entries(responses)) {
    if (/^[123]/.test(status)) continue;
    // A copy, because other operations may share the response.
    const response = { ...resolveRef(document, item) };
    const description = [response["description"], ...listAdvice(status, response, document)];
    response["description"] = description.filter((text) => typeof text === "string" && text !== "").join("\n\n");
    responses[status] = response;
  }
}

function listAdvice(status: string, response: JsonObject, document: JsonObject): string[] {
  const headers = Object.keys(fieldOf(response, "headers"));
  const examples = Object.values(fieldOf(fieldOf(fieldOf(response, "content"), "application/json"), "examples"));
  const known = examples.flatMap((item) => {
    const example = resolveRef(document, item);
    const { code } = fieldOf(example, "value");
    return typeof code === "string" ? [{ code, summary: example["summary"] }] : [];
  });
  if (known.length === 0) return [adviseOn(status, "", headers)];
  if (known.length === 1) return known.map(({ code }) => `\`${code}\`: ${adviseOn(status, code, headers)}`);
  const items = known.map(({ code, summary }) => {
    const meaning = typeof summary === "string" ? [summary.replace(/(?<=\w)$/, ".")] : [];
    return `- \`${code}\`: ${[...meaning, adviseOn(status, code, headers)].join(" ")}`;
  });
  return [items.join("\n")];
}
