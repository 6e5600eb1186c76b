import type { JsonObject, Operation } from "@grid-sdk/openapi";
import { takesNothing } from "./input-types.ts";
import { jsdocOfOperation } from "./jsdoc.ts";
import { sampleCall } from "./sample-call.ts";
import { typeNamesOf } from "./type-names.ts";

/** An interface with a method for each operation, which an editor shows as one line of names. */
export function deriveOperationMethods(document: JsonObject, operations: readonly Operation[]): string {
  const names = operations.flatMap(({ id }) => Object.values(typeNamesOf(id)));
  return `import type {
${names.map((name) => `  ${name},\n`).join("")}} from "./operations.ts";

/** A method for each operation, named by its \`operationId\`; \`CallOptions\` are the options of every call, beside its input. */
export interface OperationMethods<CallOptions> {
${operations.map((operation) => deriveMethod(document, operation)).join("\n")}}
`;
}

function deriveMethod(document: JsonObject, operation: Operation): string {
  const { id } = operation;
  const { input, result } = typeNamesOf(id);
  const parameter = takesNothing(operation) ? "input?" : "input";
  const sample = sampleCall(document, operation);
  const example = sample === undefined ? [] : [`@example\n\`\`\`ts\n${sample}\n\`\`\``];
  return `${jsdocOfOperation(operation, "  ", example)}  ${id}(${parameter}: ${input} & CallOptions): Promise<${result}>;\n`;
}
