import { jsdoc } from "./jsdoc.ts";
import type { Operation } from "@grid-sdk/openapi";
import { typeNamesOf } from "./type-names.ts";

/** The exported type of an operation's result: a union of the documented successes, in which `status` narrows `data`. */
export function deriveResultType(operation: Operation): string {
  const { id, responses } = operation;
  const successes = [...responses.keys()]
    .filter(isSuccess)
    .map(
      (status) =>
        `{ readonly status: ${status}; readonly data: ${deriveData(operation, status)}; readonly headers: ResponseHeaders; readonly requestId: string | undefined }`,
    );
  const doc = jsdoc([`The result of \`${id}\`.`]);
  return `${doc}export type ${typeNamesOf(id).result} =${join(successes)};\n`;
}

/** A union of the responses with such a status, without their headers. It begins with a space or a line break. */
export function deriveResponses(operation: Operation, isIncluded: (status: number) => boolean): string {
  const statuses = [...operation.responses.keys()].filter(isIncluded);
  return join(statuses.map((status) => `{ status: ${status}; data: ${deriveData(operation, status)} }`));
}

export function isSuccess(status: number): boolean {
  return status < 300;
}

export function isFailure(status: number): boolean {
  return status >= 400;
}

function deriveData({ id, responses }: Operation, status: number): string {
  if (!responses.get(status)?.body) return "undefined";
  return `operations[${JSON.stringify(id)}]["responses"][${status}]["content"]["application/json"]`;
}

function join(members: readonly string[]): string {
  return members.length > 1 ? `\n  | ${members.join("\n  | ")}` : ` ${members[0] ?? "never"}`;
}
