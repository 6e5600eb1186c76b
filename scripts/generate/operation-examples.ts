import type { DocumentedResponse, Operation } from "./list-operations.ts";

/** An interface with the names of every documented answer: by operation, then by status, its examples. */
export function deriveOperationExamples(operations: readonly Operation[]): string {
  return `/** The documented answers: by \`operationId\`, then by status, the names of their examples; \`never\` where there are none. */
export interface OperationExamples {
${operations.map(deriveMember).join("")}}
`;
}

function deriveMember({ operationId, responses }: Operation): string {
  const statuses = responses.map(({ status, examples }) => `    ${status}: ${deriveNames(examples)};\n`);
  return `  ${operationId}: {\n${statuses.join("")}  };\n`;
}

function deriveNames(examples: DocumentedResponse["examples"]): string {
  const names = [...(examples?.keys() ?? [])];
  return names.map((name) => JSON.stringify(name)).join(" | ") || "never";
}
