import { DocumentError } from "@grid-sdk/openapi";

/** What a function reads of a document; undefined if it throws a `DocumentError`. */
export function readIfPossible<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}
