import { checkSchemas } from "./check-schemas.ts";
import { deriveConstants } from "./constants.ts";
import { FragmentError, type FragmentProblem, type JsonObject } from "./fragment.ts";
import { readOperations, type Operation } from "./list-operations.ts";
import { prepareDocument } from "./prepare-document.ts";
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
  readonly problems: readonly FragmentProblem[];
}

/** Reads a document whole, sound or not; its types can be derived if it has no problems. */
export function readDocument(document: JsonObject): ReadDocument {
  const { operations, problems } = readOperations(document);
  const constants = deriveConstants(document);
  const found = [...problems, ...constants.problems, ...checkSchemas(document)];
  const prepared = found.length > 0 ? document : prepare(document, operations, found);
  const ids = operations.map(({ operationId }) => operationId);
  // The names that preparation gives are judged as well.
  const { names, problems: misnamed } = nameSchemas(prepared, ids);
  return { operations, prepared, names, constants: constants.code, problems: [...found, ...misnamed] };
}

/** Everything in a document that the SDK cannot express, by pointer; nothing if its types can be derived. */
export function findProblems(document: JsonObject): readonly FragmentProblem[] {
  return readDocument(document).problems;
}

function prepare(document: JsonObject, operations: readonly Operation[], problems: FragmentProblem[]): JsonObject {
  try {
    return prepareDocument(document, operations);
  } catch (error) {
    if (!(error instanceof FragmentError)) throw error;
    problems.push(...error.problems);
    return document;
  }
}
