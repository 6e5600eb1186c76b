import type { DocumentedResponse, Operation } from "@grid-sdk/openapi";

/** An interface with the names of the examples of every documented response, by operation, then by status. */
export function deriveOperationExamples(operations: readonly Operation[]): string {
  return `/** The names of the examples of every documented response, by \`operationId\` and status; \`never\` without examples. */
export interface OperationExamples {
${operations.map(deriveMember).join("")}}
`;
}

function deriveMember({ id, responses }: Operation): string {
  const statuses = [...responses].map(([status, { body }]) => `    ${status}: ${deriveNames(body)};\n`);
  return `  ${id}: {\n${statuses.join("")}  };\n`;
}

function deriveNames(body: DocumentedResponse["body"]): string {
  const names = [...(body?.examples.keys() ?? [])];
  return names.map((name) => JSON.stringify(name)).join(" | ") || "never";
}
