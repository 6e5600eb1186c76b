import { jsdoc } from "./jsdoc.ts";
import type { DocumentedResponse, Operation } from "./list-operations.ts";

/** An interface with one member per operation: what it takes and what it answers, documented for the editor. */
export function deriveOperationTypes(operations: readonly Operation[]): string {
  return `import type { operations } from "./schema.ts";

/** The operations by \`operationId\`: input, answers on success, answers on failure. */
export interface Operations {
${operations.map(deriveMember).join("\n")}}

/** The documented body of any failure. */
export type ApiErrorBody = Operations[keyof Operations]["failure"]["data"];

/** The documented error codes, and any other string: the server may add codes. */
export type ApiErrorCode = ApiErrorBody["code"];
`;
}

function deriveMember(operation: Operation): string {
  const { operationId, method, path, summary, description, responses } = operation;
  const success = responses.filter(({ status }) => status < 300);
  const failure = responses.filter(({ status }) => status >= 400);
  return [
    jsdoc([summary, description, `\`${method} ${path}\``], "  "),
    `  ${operationId}: {\n`,
    `    input: ${deriveInput(operation)};\n`,
    `    success: ${deriveAnswers(operationId, success)};\n`,
    `    failure: ${deriveAnswers(operationId, failure)};\n`,
    "  };\n",
  ].join("");
}

function deriveInput({ operationId, parameters, requestBody }: Operation): string {
  const parts = [...parameters].map(([location, { required }]) => {
    const type = `operations["${operationId}"]["parameters"]["${location}"]`;
    return required ? `${location}: ${type}` : `${location}?: ${type}`;
  });
  if (requestBody) {
    const type = `operations["${operationId}"]["requestBody"]`;
    parts.push(
      requestBody.required
        ? `body: ${type}["content"]["application/json"]`
        : `body?: NonNullable<${type}>["content"]["application/json"]`,
    );
  }
  return `{ ${parts.join("; ")} }`;
}

function deriveAnswers(operationId: string, responses: readonly DocumentedResponse[]): string {
  if (responses.length === 0) return "never";
  return responses
    .map(({ status, schema }) => {
      const data = schema
        ? `operations["${operationId}"]["responses"][${status}]["content"]["application/json"]`
        : "undefined";
      return `{ status: ${status}; data: ${data} }`;
    })
    .join(" | ");
}
