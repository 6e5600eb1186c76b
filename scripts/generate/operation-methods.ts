import type { JsonObject } from "./fragment.ts";
import { takesNothing } from "./input-types.ts";
import { jsdocOfOperation } from "./jsdoc.ts";
import type { Operation } from "./list-operations.ts";
import { sampleCall } from "./sample-call.ts";
import { typeNamesOf } from "./type-names.ts";

/** An interface with a method per operation, which an editor shows as one line of names. */
export function deriveOperationMethods(document: JsonObject, operations: readonly Operation[]): string {
  const names = operations.flatMap(({ operationId }) => Object.values(typeNamesOf(operationId)));
  return `import type {
${names.map((name) => `  ${name},\n`).join("")}} from "./operations.ts";

/** A method for each operation, named by its \`operationId\`; \`CallOptions\` is what every call takes beside its input. */
export interface OperationMethods<CallOptions> {
${operations.map((operation) => deriveMethod(document, operation)).join("\n")}}
`;
}

function deriveMethod(document: JsonObject, operation: Operation): string {
  const { operationId } = operation;
  const { input, result } = typeNamesOf(operationId);
  const parameter = takesNothing(operation) ? "input?" : "input";
  const sample = sampleCall(document, operation);
  const example = sample === undefined ? [] : [`@example\n\`\`\`ts\n${sample}\n\`\`\``];
  return `${jsdocOfOperation(operation, "  ", example)}  ${operationId}(${parameter}: ${input} & CallOptions): Promise<${result}>;\n`;
}
