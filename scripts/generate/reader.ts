import { FragmentError, pointerOf, resolveRef, type FragmentProblem, type JsonObject } from "./fragment.ts";

export type Keys = readonly (string | number)[];

/** Reads a document and collects what is wrong with it, so that all of it can be told at once. */
export interface Reader {
  readonly document: JsonObject;
  readonly problems: readonly FragmentProblem[];
  report(keys: Keys, message: string): void;
  /** What `read` returns; undefined, and a problem at the keys, if it throws a `FragmentError`. */
  attempt<T>(keys: Keys, read: () => T): T | undefined;
  /** The object that the value is or refers to; undefined, and a problem, if there is none. */
  resolve(value: unknown, keys: Keys): JsonObject | undefined;
}

export function createReader(document: JsonObject): Reader {
  const problems = new Map<string, FragmentProblem>();
  const reader: Reader = {
    document,
    get problems() {
      return [...problems.values()];
    },
    report(keys, message) {
      const problem = { pointer: pointerOf(...keys), message };
      // What stands in a path item is read once for each of its operations.
      problems.set(JSON.stringify(problem), problem);
    },
    attempt(keys, read) {
      try {
        return read();
      } catch (error) {
        if (!(error instanceof FragmentError)) throw error;
        reader.report(keys, error.message);
        return undefined;
      }
    },
    resolve: (value, keys) => reader.attempt(keys, () => resolveRef(document, value)),
  };
  return reader;
}
