import type { OperationTableRow } from "@grid-sdk/core";
import type { Call } from "./call.ts";
import { fieldsOf } from "./fields-of.ts";
import { GridInputError } from "./errors/grid-input-error.ts";

interface Parameters {
  readonly path?: object | undefined;
  readonly query?: object | undefined;
}

/**
 * Throws a `GridInputError` where a parameter that the specification types as a string is something else: an object,
 * as a parser makes it of a user's query, would be written as several parameters.
 */
export function checkStrings(values: Parameters, { strings }: OperationTableRow, call: Call): void {
  for (const location of ["path", "query"] as const) {
    for (const name of strings?.[location] ?? []) {
      const value: unknown = fieldsOf(values[location])[name];
      if (value == null || (typeof value === "string" && value.isWellFormed())) continue;
      throw new GridInputError(`${call.operationId} needs the ${location} parameter ${name} to be a string.`, call);
    }
  }
}
