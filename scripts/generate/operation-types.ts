import { deriveInputType } from "./input-types.ts";
import { jsdocOfOperation } from "./jsdoc.ts";
import type { Operation } from "@grid-sdk/openapi";
import { deriveResponses, deriveResultType, isFailure, isSuccess } from "./result-types.ts";
import { typeNamesOf } from "./type-names.ts";

/** The types of every operation: input, result, and both with the failures by `operationId`. */
export function deriveOperationTypes(operations: readonly Operation[]): string {
  const named = operations.flatMap((operation) => [deriveInputType(operation), deriveResultType(operation)]);
  return `import type { ErrorBody, ErrorCode } from "../../error-body.ts";
import type { ResponseHeaders } from "../../response-headers.ts";
import type { operations } from "./schema.ts";

type WithRequired<T, Key extends keyof T> = T & { [K in Key]-?: T[K] };

${named.join("\n")}
/** The operations by \`operationId\`: input, responses on success, responses on failure. */
export interface Operations {
${operations.map(deriveMember).join("\n")}}

/** The documented body of any error response. */
export type ApiErrorBody = ErrorBody<Operations[keyof Operations]["failure"]["data"]>;

/** The documented error codes, and any other string, because the server may add codes. */
export type ApiErrorCode = ErrorCode<ApiErrorBody>;
`;
}

function deriveMember(operation: Operation): string {
  const { id } = operation;
  return [
    jsdocOfOperation(operation, "  "),
    `  ${id}: {\n`,
    `    input: ${typeNamesOf(id).input};\n`,
    `    success:${deriveResponses(operation, isSuccess).replaceAll("\n", "\n    ")};\n`,
    `    failure:${deriveResponses(operation, isFailure).replaceAll("\n", "\n    ")};\n`,
    "  };\n",
  ].join("");
}
