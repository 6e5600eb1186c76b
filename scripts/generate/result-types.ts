import { jsdoc } from "./jsdoc.ts";
import type { DocumentedResponse, Operation } from "./list-operations.ts";
import { typeNamesOf } from "./type-names.ts";

/** The exported type of what a call resolves to: a union over the documented successes, in which `status` narrows `data`. */
export function deriveResultType({ operationId, responses }: Operation): string {
  const successes = responses
    .filter(isSuccess)
    .map(
      (response) =>
        `{ readonly status: ${response.status}; readonly data: ${deriveData(operationId, response)}; readonly headers: ResponseHeaders; readonly requestId: string | undefined }`,
    );
  const doc = jsdoc([`What \`${operationId}\` resolves to.`]);
  return `${doc}export type ${typeNamesOf(operationId).result} =${join(successes)};\n`;
}

/** A union of the responses, without their headers; what stands before it is left without a space. */
export function deriveResponses(operationId: string, responses: readonly DocumentedResponse[]): string {
  return join(
    responses.map((response) => `{ status: ${response.status}; data: ${deriveData(operationId, response)} }`),
  );
}

export function isSuccess({ status }: DocumentedResponse): boolean {
  return status < 300;
}

export function isFailure({ status }: DocumentedResponse): boolean {
  return status >= 400;
}

function deriveData(operationId: string, { status, hasBody }: DocumentedResponse): string {
  if (!hasBody) return "undefined";
  return `operations[${JSON.stringify(operationId)}]["responses"][${status}]["content"]["application/json"]`;
}

function join(members: readonly string[]): string {
  return members.length > 1 ? `\n  | ${members.join("\n  | ")}` : ` ${members[0] ?? "never"}`;
}
