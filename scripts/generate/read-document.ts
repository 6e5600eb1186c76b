import {
  findBrokenParts,
  findWrongSchemas,
  type JsonObject,
  listOperations,
  type Operation,
  type Problem,
} from "@grid-sdk/openapi";
import { checkOperations } from "./check-operations.ts";
import { checkSchemas } from "./check-schemas.ts";
import { deriveConstants } from "./constants.ts";
import { prepareDocument } from "./prepare-document.ts";
import { collectProblems, problemsOf } from "./problems.ts";
import { nameSchemas } from "./type-names.ts";

/** What the generated files are derived from. */
export interface ReadDocument {
  readonly operations: readonly Operation[];
  /** The document in the form that its types are written from; itself where it cannot be given that form. */
  readonly prepared: JsonObject;
  /** The exported name of each of its component schemas. */
  readonly names: ReadonlyMap<string, string>;
  /** The code of the constants. */
  readonly constants: string;
  /** Everything in the document that the SDK cannot express, by pointer. */
  readonly problems: readonly Problem[];
}

/** Reads a document; its types can be derived if it has no problems. */
export function readDocument(document: JsonObject): ReadDocument {
  const found = findBrokenParts(document);
  const attempt = <T>(fallback: T, read: () => T): T => {
    if (found.length > 0) return fallback;
    try {
      return read();
    } catch (error) {
      found.push(...problemsOf(error));
      return fallback;
    }
  };
  const operations = attempt([], () => listOperations(document));
  const problems = attempt([], () => [
    ...findWrongSchemas(document),
    ...collectProblems((report) => {
      checkOperations(document, operations, report);
      checkSchemas(document, report);
    }),
  ]);
  const constants = deriveConstants(document);
  found.push(...problems, ...constants.problems);
  const prepared = attempt(document, () => prepareDocument(document, operations));
  // The names that preparation gives are checked as well.
  const ids = operations.map(({ id }) => id);
  const { names, problems: misnamed } = nameSchemas(prepared, ids);
  return { operations, prepared, names, constants: constants.code, problems: [...found, ...misnamed] };
}
